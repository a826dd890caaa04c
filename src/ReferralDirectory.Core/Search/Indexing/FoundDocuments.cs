namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Documents as a set; where they are few, as numbers besides, which are then quicker to walk through.</summary>
internal sealed class FoundDocuments
{
    // Below this many documents for each element of the set.
    private const int FewPerElement = 2;

    public FoundDocuments(ulong[] set)
    {
        Set = set;
        Count = Bits.Count(set);
        if (Count > FewPerElement * set.Length)
        {
            return;
        }

        Few = new int[Count];
        var next = 0;
        foreach (var document in new SetBits(set))
        {
            Few[next++] = document;
        }
    }

    public ulong[] Set { get; }

    public int Count { get; }

    /// <summary>Ascending; null where there are many.</summary>
    public int[]? Few { get; }
}
