using ReferralDirectory.Core.Search.Indexing;
using ReferralDirectory.Core.Search.Wording;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>Finds the terms that a word may stand for. Serves one query at a time.</summary>
internal sealed class WordFinder(Vocabulary vocabulary)
{
    /// <summary>Letters from which on one slip is allowed for.</summary>
    public const int ShortestForOneSlip = 4;

    /// <summary>Letters from which on two slips are allowed for.</summary>
    public const int ShortestForTwoSlips = 8;

    // A word that is not the last was probably finished; short beginnings of it would only bring noise.
    private const int ShortestBeginning = 3;

    // Comparisons of whole words in one query: what keeps a text of nonsense from costing more than words.
    private const int ComparisonsPerQuery = 12_000;

    private readonly Stemmers stemmers = new();
    private readonly Marks terms = new(vocabulary.TermCount);
    private readonly Marks groups = new(vocabulary.Typos.GroupCount);
    private readonly List<int> candidates = [];
    private int comparisons;

    public void StartQuery() => comparisons = ComparisonsPerQuery;

    /// <summary>Looks the word up as it stands: its forms in any spelling, and words it begins.</summary>
    /// <param name="word">Gets the terms.</param>
    /// <param name="isLast">True where the reader may still be typing it.</param>
    public void FindExact(QueryWord word, bool isLast)
    {
        terms.Clear();
        AddWhole(word, vocabulary.Keys.TermsOf(SpellingKey.Of(word.Text)));
        foreach (var stem in StemsOf(word.Text))
        {
            AddWhole(word, vocabulary.Keys.TermsOf(SpellingKey.Of(stem)));
        }

        if (isLast || (word.Whole.Count == 0 && word.Text.Length >= ShortestBeginning))
        {
            AddBegun(word, vocabulary.Spellings, word.Text);
        }

        word.IsSure = !word.IsUnknown;
    }

    /// <summary>Looks the word up as one that is written in the other script.</summary>
    /// <param name="word">Gets the terms.</param>
    /// <param name="isLast">True where the reader may still be typing it.</param>
    public void FindInOtherScript(QueryWord word, bool isLast)
    {
        MarkTermsOf(word);
        if (word.IsUnknown && Scripts.Of(word.Text) == Script.Latin)
        {
            AddWhole(word, vocabulary.Keys.TermsOf(SpellingKey.Of(stemmers.Stem("ru", Transliteration.Cyrillic(word.Text)))));
        }

        if (word.Text.Length >= ShortestBeginning && (isLast || word.IsUnknown))
        {
            AddBegun(word, vocabulary.Keys, SpellingKey.Of(word.Text));
        }
    }

    /// <summary>Looks for words within one or two slips, the nearest only. Short words and those with digits have none.</summary>
    public void FindWithSlips(QueryWord word)
    {
        if (word.Text.Length < ShortestForOneSlip || word.Text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return;
        }

        MarkTermsOf(word);
        AddWithSlips(word, word.Text);
        if (word.IsUnknown)
        {
            foreach (var stem in StemsOf(word.Text).Where(stem => stem.Length >= ShortestForOneSlip && stem != word.Text))
            {
                AddWithSlips(word, stem);
            }
        }

        if (word.IsUnknown && Scripts.Of(word.Text) is Script.Latin or Script.Cyrillic)
        {
            AddWithSlips(word, Scripts.Of(word.Text) is Script.Latin ? Transliteration.Cyrillic(word.Text) : Transliteration.Latin(word.Text));
        }

        word.HasSlips = !word.IsUnknown;
    }

    private void AddWithSlips(QueryWord word, string text)
    {
        if (text.Length is < ShortestForOneSlip or > EditDistance.LongestWord)
        {
            return;
        }

        candidates.Clear();
        // The number of slips goes by what was typed: a stem or another script has another length.
        vocabulary.Typos.Find(text, word.Text.Length < ShortestForTwoSlips ? 1 : 2, ref comparisons, groups, candidates);
        foreach (var candidate in candidates)
        {
            AddWhole(word, vocabulary.Spellings.TermsOf(candidate));
        }
    }

    private IEnumerable<string> StemsOf(string word)
    {
        var script = Scripts.Of(word);
        return vocabulary.Languages
            .Where(language => StemmerLanguages.ScriptOf(language) == script)
            .Select(language => stemmers.Stem(language, word));
    }

    private void MarkTermsOf(QueryWord word)
    {
        terms.Clear();
        word.Whole.ForEach(term => terms.Add(term));
        word.Begun.ForEach(term => terms.Add(term));
    }

    private void AddWhole(QueryWord word, ReadOnlySpan<int> found)
    {
        foreach (var term in found)
        {
            if (terms.Add(term))
            {
                word.Whole.Add(term);
            }
        }
    }

    private void AddBegun(QueryWord word, WordList words, string beginning)
    {
        var (from, to) = words.StartingWith(beginning);
        for (var i = from; i < to; i++)
        {
            foreach (var term in words.TermsOf(i))
            {
                if (terms.Add(term))
                {
                    word.Begun.Add(term);
                }
            }
        }
    }
}
