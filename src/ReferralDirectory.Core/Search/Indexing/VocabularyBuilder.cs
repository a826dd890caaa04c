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

    /// <summary>
    /// Numbers terms anew, in the order of their spelling: a beginning leads to thousands, and what is kept of each then stands
    /// together in memory.
    /// </summary>
    /// <param name="numbers">Gets the new number of each term that <see cref="TermOf"/> gave.</param>
    public Vocabulary Build(out int[] numbers)
    {
        numbers = new int[termsByStemKey.Count];
        var next = 0;
        foreach (var (_, term) in termsByStemKey.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            numbers[term] = next++;
        }

        var written = WordList.Of(Numbered(spellings, numbers));
        return new Vocabulary(
            WordList.Of(Numbered(keys, numbers)),
            written,
            TypoIndex.Of(written),
            [.. termsByLanguage.Keys.Where(language => language.Length > 0).Order(StringComparer.Ordinal)],
            termsByStemKey.Count);
    }

    private static List<(string Word, int Term)> Numbered(List<(string Word, int Term)> words, int[] numbers) =>
        words.ConvertAll(word => (word.Word, numbers[word.Term]));

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
