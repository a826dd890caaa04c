using System.Numerics;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>
/// Finds the words within one or two slips by symmetric deletes: what is left of a word's beginning after leaving out
/// up to two letters is noted, and a query leaves out letters likewise; where both have something in common, the whole
/// words are compared. Only the first <see cref="Beginning"/> letters take part, which loses nothing: two words within
/// two slips have beginnings within two deletes of each other.
/// </summary>
internal sealed class TypoIndex
{
    /// <summary>Letters that deletes are made from; more cost memory, fewer cost comparisons.</summary>
    public const int Beginning = 7;

    // Two slips are looked for from eight letters on, so they lead to words of six and more.
    private const int ShortestForTwo = 6;
    private const int Shortest = 3;

    private readonly WordList words;
    private readonly int[] groupStarts;
    private readonly Postings groupsByHash;
    private readonly int hashMask;

    private TypoIndex(WordList words, int[] groupStarts, Postings groupsByHash, int hashMask)
    {
        this.words = words;
        this.groupStarts = groupStarts;
        this.groupsByHash = groupsByHash;
        this.hashMask = hashMask;
    }

    /// <summary>Groups of words with one beginning.</summary>
    public int GroupCount => groupStarts.Length - 1;

    public static TypoIndex Of(WordList words)
    {
        var starts = new List<int>();
        for (var word = 0; word < words.Count; word++)
        {
            if (word == 0 || !BeginningOf(words[word]).SequenceEqual(BeginningOf(words[word - 1])))
            {
                starts.Add(word);
            }
        }

        var entries = new List<(int Hash, int Group)>();
        var hashes = new List<int>();
        for (var group = 0; group < starts.Count; group++)
        {
            var beginning = BeginningOf(words[starts[group]]);
            if (beginning.Length < Shortest || beginning.ContainsAnyInRange('0', '9'))
            {
                continue;
            }

            hashes.Clear();
            Deletes(beginning, beginning.Length < ShortestForTwo ? 1 : 2, hashes);
            foreach (var hash in hashes)
            {
                entries.Add((hash, group));
            }
        }

        var mask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(entries.Count, 16)) - 1;
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i] = (entries[i].Hash & mask, entries[i].Group);
        }

        return new TypoIndex(words, [.. starts, words.Count], Postings.Of(mask + 1, entries.ToArray()), mask);
    }

    /// <summary>Words at the smallest distance at which there are any.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="most">Slips, 1 or 2.</param>
    /// <param name="budget">Comparisons that may still be made; lowered by those made.</param>
    /// <param name="visited">Groups already seen by this query.</param>
    /// <param name="found">Gets the words.</param>
    public void Find(ReadOnlySpan<char> word, int most, ref int budget, Marks visited, List<int> found)
    {
        var hashes = new List<int>();
        Deletes(BeginningOf(word), most, hashes);
        visited.Clear();
        var nearest = most;
        foreach (var hash in hashes)
        {
            foreach (var group in groupsByHash[hash & hashMask])
            {
                if (budget <= 0 || !visited.Add(group))
                {
                    continue;
                }

                for (var candidate = groupStarts[group]; candidate < groupStarts[group + 1]; candidate++)
                {
                    budget--;
                    var distance = EditDistance.Between(word, words[candidate], nearest);
                    if (distance < nearest)
                    {
                        found.Clear();
                        nearest = distance;
                    }

                    if (distance <= nearest)
                    {
                        found.Add(candidate);
                    }
                }
            }
        }
    }

    private static ReadOnlySpan<char> BeginningOf(ReadOnlySpan<char> word) => word[..Math.Min(Beginning, word.Length)];

    private static void Deletes(ReadOnlySpan<char> beginning, int most, List<int> hashes)
    {
        hashes.Add(HashWithout(beginning, -1, -1));
        for (var i = 0; i < beginning.Length; i++)
        {
            hashes.Add(HashWithout(beginning, i, -1));
            for (var j = i + 1; most > 1 && j < beginning.Length; j++)
            {
                hashes.Add(HashWithout(beginning, i, j));
            }
        }
    }

    // FNV-1a, mixed at the end since only the low bits are used.
    private static int HashWithout(ReadOnlySpan<char> beginning, int first, int second)
    {
        var hash = 2166136261u;
        for (var i = 0; i < beginning.Length; i++)
        {
            if (i != first && i != second)
            {
                hash = (hash ^ beginning[i]) * 16777619u;
            }
        }

        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        return (int)(hash ^ (hash >> 13));
    }
}
