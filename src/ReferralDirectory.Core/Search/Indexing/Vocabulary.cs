using System.Collections.Immutable;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>
/// Every word of the index, leading to terms: a term is what is left of a word's forms and spellings in any script.
/// </summary>
/// <param name="Keys">Spelling keys of words and of their stems.</param>
/// <param name="Spellings">Words and stems as written, for prefixes and typos.</param>
/// <param name="Typos">Over <paramref name="Spellings"/>.</param>
/// <param name="Languages">Languages in which words were stemmed.</param>
/// <param name="TermCount">Terms are numbered from 0.</param>
internal sealed record Vocabulary(WordList Keys, WordList Spellings, TypoIndex Typos, ImmutableArray<string> Languages, int TermCount);
