namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Words in ordinal order in one array of characters, each leading to terms of the vocabulary.</summary>
internal sealed class WordList
{
    private readonly char[] letters;
    private readonly int[] starts;
    private readonly Postings terms;

    private WordList(char[] letters, int[] starts, Postings terms)
    {
        this.letters = letters;
        this.starts = starts;
        this.terms = terms;
    }

    public int Count => starts.Length - 1;

    public ReadOnlySpan<char> this[int word] => letters.AsSpan(starts[word], starts[word + 1] - starts[word]);

    public static WordList Of(List<(string Word, int Term)> pairs)
    {
        pairs.Sort((a, b) => string.CompareOrdinal(a.Word, b.Word) is var order and not 0 ? order : a.Term.CompareTo(b.Term));
        var words = new List<string>();
        var terms = new List<(int Word, int Term)>(pairs.Count);
        foreach (var (word, term) in pairs)
        {
            if (words.Count == 0 || words[^1] != word)
            {
                words.Add(word);
            }

            if (terms.Count == 0 || terms[^1] != (words.Count - 1, term))
            {
                terms.Add((words.Count - 1, term));
            }
        }

        var letters = string.Concat(words).ToCharArray();
        var starts = new int[words.Count + 1];
        for (var i = 0; i < words.Count; i++)
        {
            starts[i + 1] = starts[i] + words[i].Length;
        }

        return new WordList(letters, starts, Postings.Of(words.Count, terms.ToArray()));
    }

    public ReadOnlySpan<int> TermsOf(int word) => terms[word];

    /// <summary>Empty where the word is not here.</summary>
    public ReadOnlySpan<int> TermsOf(ReadOnlySpan<char> word)
    {
        var at = FirstNotBefore(word);
        return at < Count && this[at].SequenceEqual(word) ? terms[at] : [];
    }

    /// <summary>The words that begin so: from the first up to and without the second.</summary>
    public (int From, int To) StartingWith(ReadOnlySpan<char> prefix)
    {
        var from = FirstNotBefore(prefix);
        // U+FFFF is no character, so no word continues with it.
        var to = FirstNotBefore([.. prefix, '\uFFFF']);
        return (from, to);
    }

    private int FirstNotBefore(ReadOnlySpan<char> word)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].SequenceCompareTo(word) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
