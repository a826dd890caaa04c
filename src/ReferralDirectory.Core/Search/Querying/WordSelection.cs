using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>
/// Which words of a query can be met together. All of them before some of them: a word is dropped only where nothing
/// has it, or where nothing has all. Filters play no part, so that the counts of every filter are of the same words.
/// </summary>
internal static class WordSelection
{
    /// <summary>Puts the documents that meet the words kept into <paramref name="documents"/>, and those words into the result.</summary>
    /// <param name="words">At least one.</param>
    /// <param name="documents">Gets the documents; none where no word is known.</param>
    public static List<WordMatch> Select(IReadOnlyList<WordMatch> words, ulong[] documents)
    {
        var kept = words.Where(word => word.Count > 0).ToList();
        if (kept.Count == 0 || TryMeet(kept, documents))
        {
            return kept;
        }

        // The commonest word says least.
        foreach (var dropped in kept.OrderByDescending(word => word.Count).ToList())
        {
            var others = kept.Where(word => word != dropped).ToList();
            if (TryMeet(others, documents))
            {
                return others;
            }
        }

        return SelectRarest(kept, documents);
    }

    private static List<WordMatch> SelectRarest(List<WordMatch> words, ulong[] documents)
    {
        var chosen = new HashSet<WordMatch>();
        foreach (var word in words.OrderBy(word => word.Count))
        {
            if (!TryMeet([.. chosen, word], documents))
            {
                continue;
            }

            chosen.Add(word);
        }

        TryMeet([.. chosen], documents);
        return words.FindAll(chosen.Contains);
    }

    private static bool TryMeet(List<WordMatch> words, ulong[] documents)
    {
        words[0].Documents.CopyTo(documents, 0);
        foreach (var word in words.Skip(1))
        {
            Bits.And(documents, word.Documents);
        }

        return documents.AsSpan().ContainsAnyExcept(0UL);
    }
}
