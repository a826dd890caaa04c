using System.Numerics;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Words in ordinal order in one array of characters, each leading to terms of the vocabulary.</summary>
internal sealed class WordList
{
    private readonly char[] letters;
    private readonly int[] starts;
    private readonly Postings terms;

    // Places of words plus 1 by hash, the next free place where one is taken: a search by halves would touch memory
    // many times for each word.
    private readonly int[] places;

    private WordList(char[] letters, int[] starts, Postings terms)
    {
        this.letters = letters;
        this.starts = starts;
        this.terms = terms;
        places = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * Count, 2))];
        for (var word = 0; word < Count; word++)
        {
            var place = HashOf(this[word]) & (places.Length - 1);
            while (places[place] != 0)
            {
                place = (place + 1) & (places.Length - 1);
            }

            places[place] = word + 1;
        }
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
        for (var place = HashOf(word) & (places.Length - 1); places[place] != 0; place = (place + 1) & (places.Length - 1))
        {
            if (this[places[place] - 1].SequenceEqual(word))
            {
                return terms[places[place] - 1];
            }
        }

        return [];
    }

    /// <summary>The words that begin so: from the first up to and without the second.</summary>
    public (int From, int To) StartingWith(ReadOnlySpan<char> prefix)
    {
        var from = FirstNotBefore(prefix, 0, Count);
        var (to, step) = (from, 1);
        while (to + step < Count && this[to + step].StartsWith(prefix))
        {
            to += step;
            step *= 2;
        }

        // U+FFFF is no character, so no word continues with it.
        return (from, FirstNotBefore([.. prefix, '\uFFFF'], to, Math.Min(Count, to + step)));
    }

    // FNV-1a.
    private static int HashOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return (int)(hash ^ (hash >> 15));
    }

    private int FirstNotBefore(ReadOnlySpan<char> word, int low, int high)
    {
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
