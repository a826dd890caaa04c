namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Documents as a set; where they are few, as numbers besides, which are then quicker to walk through.</summary>
internal sealed class FoundDocuments
{
    public FoundDocuments(ulong[] set)
    {
        Set = set;
        var count = Bits.Count(set);
        // Walking through a document's terms costs about as much as counting a set of terms in an element of 64.
        if (count > set.Length)
        {
            return;
        }

        Few = new int[count];
        var next = 0;
        foreach (var document in new SetBits(set))
        {
            Few[next++] = document;
        }
    }

    public ulong[] Set { get; }

    /// <summary>Ascending; null where there are many.</summary>
    public int[]? Few { get; }
}
