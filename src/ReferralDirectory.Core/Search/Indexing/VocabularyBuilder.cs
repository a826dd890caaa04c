using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Search.Wording;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Gives words their terms; each distinct word is stemmed once.</summary>
internal sealed class VocabularyBuilder
{
    private readonly Stemmers stemmers = new();
    private readonly Dictionary<string, Dictionary<string, int>> termsByLanguage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> termsByStemKey = new(StringComparer.Ordinal);
    private readonly List<(string Word, int Term)> keys = [];
    private readonly List<(string Word, int Term)> spellings = [];

    /// <param name="word">Folded.</param>
    /// <param name="language">Of the text it stands in; null where that is not known.</param>
    public int TermOf(ReadOnlySpan<char> word, LanguageTag? language)
    {
        var stemmed = StemmerLanguages.For(Scripts.Of(word), language);
        if (!termsByLanguage.TryGetValue(stemmed ?? "", out var terms))
        {
            termsByLanguage.Add(stemmed ?? "", terms = new Dictionary<string, int>(StringComparer.Ordinal));
        }

        return terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var term) ? term : Add(word.ToString(), stemmed, terms);
    }

    public Vocabulary Build()
    {
        var written = WordList.Of(spellings);
        return new Vocabulary(
            WordList.Of(keys),
            written,
            TypoIndex.Of(written),
            [.. termsByLanguage.Keys.Where(language => language.Length > 0).Order(StringComparer.Ordinal)],
            termsByStemKey.Count);
    }

    private int Add(string word, string? language, Dictionary<string, int> terms)
    {
        var stem = stemmers.Stem(language, word);
        var stemKey = SpellingKey.Of(stem);
        if (!termsByStemKey.TryGetValue(stemKey, out var term))
        {
            termsByStemKey.Add(stemKey, term = termsByStemKey.Count);
        }

        terms.Add(word, term);
        keys.Add((stemKey, term));
        keys.Add((SpellingKey.Of(word), term));
        spellings.Add((word, term));
        spellings.Add((stem, term));
        return term;
    }
}
