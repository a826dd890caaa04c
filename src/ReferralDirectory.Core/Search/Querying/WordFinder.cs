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

    // Words of one query that are looked for beyond one slip. Who writes so unlike any word three times is not understood by the fourth.
    private const int FarSearchesPerQuery = 3;

    private readonly Stemmers stemmers = new();
    private readonly Marks terms = new(vocabulary.TermCount);
    private readonly Marks groups = new(vocabulary.Typos.GroupCount);
    private readonly List<int> candidates = [];
    private int comparisons;
    private int farSearches;

    /// <summary>True while the query may still be looked at more closely.</summary>
    public bool MaySearchFar => farSearches > 0;

    public void StartQuery() => (comparisons, farSearches) = (ComparisonsPerQuery, FarSearchesPerQuery);

    /// <summary>Looks the word up as it stands: its forms in any spelling, and words it begins.</summary>
    /// <param name="word">Gets the terms.</param>
    /// <param name="isLast">True where the reader may still be typing it.</param>
    public void FindExact(QueryWord word, bool isLast)
    {
        terms.Clear();
        AddWhole(word, TermsByKey(word.Text));
        foreach (var stem in StemsOf(word))
        {
            AddWhole(word, TermsByKey(stem));
        }

        if (isLast || (word.Whole.Count == 0 && word.Text.Length >= ShortestBeginning))
        {
            AddBegun(word, vocabulary.Spellings, word.Text);
        }

        word.IsSure = !word.IsUnknown;
        word.IsSpelled = !vocabulary.Spellings.TermsOf(word.Text).IsEmpty;
        if (word.IsSure && word.Begun.Count == 0 && !word.IsSpelled)
        {
            AddDoubtful(word);
        }
    }

    /// <summary>Adds what the word begins in the other script.</summary>
    public void FindBegunInOtherScript(QueryWord word)
    {
        var key = SpellingKey.Of(word.Text);
        if (key.Length >= ShortestBeginning)
        {
            MarkTermsOf(word);
            AddBegun(word, vocabulary.Keys, key);
            if (!word.IsSure && !word.IsUnknown)
            {
                AddDoubtful(word);
            }
        }
    }

    /// <summary>
    /// Looks for what an unknown word comes nearest to: one slip away, then an inflected form typed in the other
    /// script's letters, then two slips away, then slips in the other script. Short words and those with digits have no
    /// slips.
    /// </summary>
    public void FindNearest(QueryWord word)
    {
        MarkTermsOf(word);
        var script = Scripts.Of(word.Text);
        var mayHaveSlips = MayHaveSlips(word.Text);
        string[] written = [word.Text, .. StemsOf(word).Where(stem => stem != word.Text)];
        TryWithSlips(1, written);
        if (word.IsUnknown && script == Script.Latin)
        {
            AddWhole(word, TermsByKey(stemmers.Stem("ru", Transliteration.Cyrillic(word.Text))));
        }

        if (!word.IsUnknown || !MaySearchFar)
        {
            return;
        }

        farSearches--;
        if (word.Text.Length >= ShortestForTwoSlips)
        {
            TryWithSlips(2, written);
        }

        if (script is Script.Latin or Script.Cyrillic)
        {
            TryWithSlips(
                word.Text.Length >= ShortestForTwoSlips ? 2 : 1,
                [script is Script.Latin ? Transliteration.Cyrillic(word.Text) : Transliteration.Latin(word.Text)]);
        }

        void TryWithSlips(int most, string[] texts)
        {
            foreach (var text in texts.Where(_ => mayHaveSlips && word.IsUnknown))
            {
                AddWithSlips(word, text, most);
                word.HasSlips = !word.IsUnknown;
            }
        }
    }

    private void AddWithSlips(QueryWord word, string text, int most)
    {
        if (text.Length is < ShortestForOneSlip or > EditDistance.LongestWord)
        {
            return;
        }

        candidates.Clear();
        vocabulary.Typos.Find(text, most, ref comparisons, groups, candidates);
        AddTermsOfCandidates(word.Whole);
    }

    private void AddDoubtful(QueryWord word)
    {
        if (MayHaveSlips(word.Text))
        {
            candidates.Clear();
            vocabulary.Typos.Find(word.Text, 1, ref comparisons, groups, candidates);
            AddTermsOfCandidates(word.Doubtful);
        }
    }

    private void AddTermsOfCandidates(List<int> found)
    {
        foreach (var candidate in candidates)
        {
            AddNew(found, vocabulary.Spellings.TermsOf(candidate));
        }
    }

    private static bool MayHaveSlips(string word) => word.Length is >= ShortestForOneSlip and <= EditDistance.LongestWord && !word.AsSpan().ContainsAnyInRange('0', '9');

    private IReadOnlyList<string> StemsOf(QueryWord word)
    {
        if (word.Stems is { } known)
        {
            return known;
        }

        var script = Scripts.Of(word.Text);
        var stems = new List<string>();
        foreach (var language in vocabulary.Languages)
        {
            if (StemmerLanguages.ScriptOf(language) == script)
            {
                stems.Add(stemmers.Stem(language, word.Text));
            }
        }

        return word.Stems = stems;
    }

    // A key has doubled letters once: where little is left of a word, the word was one letter over and over.
    private ReadOnlySpan<int> TermsByKey(string word) =>
        SpellingKey.Of(word) is var key && 2 * key.Length >= word.Length ? vocabulary.Keys.TermsOf(key) : [];

    private void MarkTermsOf(QueryWord word)
    {
        terms.Clear();
        word.Whole.ForEach(term => terms.Add(term));
        word.Begun.ForEach(term => terms.Add(term));
    }

    private void AddWhole(QueryWord word, ReadOnlySpan<int> found) => AddNew(word.Whole, found);

    private void AddNew(List<int> list, ReadOnlySpan<int> found)
    {
        foreach (var term in found)
        {
            if (terms.Add(term))
            {
                list.Add(term);
            }
        }
    }

    private void AddBegun(QueryWord word, WordList words, string beginning)
    {
        var (from, to) = words.StartingWith(beginning);
        word.Beginnings.Add((words == vocabulary.Keys ? 1 : 0, from, to));
        for (var i = from; i < to; i++)
        {
            AddNew(word.Begun, words.TermsOf(i));
        }
    }
}
