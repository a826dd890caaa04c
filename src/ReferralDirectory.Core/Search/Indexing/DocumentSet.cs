namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>An immutable set of documents: bits where it is large, sorted numbers where it is small.</summary>
internal sealed class DocumentSet
{
    // Counting a number costs about as much as counting four elements of 64 bits.
    private const int SparseShare = 128;

    private readonly ulong[]? bits;
    private readonly int[] sorted;

    private DocumentSet(ulong[]? bits, int[] sorted, int count)
    {
        this.bits = bits;
        this.sorted = sorted;
        Count = count;
    }

    public int Count { get; }

    /// <param name="sorted">Ascending, each once.</param>
    /// <param name="documents">How many documents there are in all.</param>
    public static DocumentSet Of(IReadOnlyCollection<int> sorted, int documents)
    {
        if (sorted.Count * (long)SparseShare < documents)
        {
            return new DocumentSet(null, [.. sorted], sorted.Count);
        }

        var bits = new ulong[Bits.LengthFor(documents)];
        foreach (var document in sorted)
        {
            Bits.Set(bits, document);
        }

        return new DocumentSet(bits, [], sorted.Count);
    }

    public bool Contains(int document) => bits is null ? Array.BinarySearch(sorted, document) >= 0 : Bits.Has(bits, document);

    public void AddTo(Span<ulong> target)
    {
        if (bits is not null)
        {
            Bits.Or(target, bits);
            return;
        }

        foreach (var document in sorted)
        {
            Bits.Set(target, document);
        }
    }

    public int CountIn(ReadOnlySpan<ulong> other)
    {
        if (bits is not null)
        {
            return Bits.CountBoth(other, bits);
        }

        var count = 0;
        foreach (var document in sorted)
        {
            count += Bits.Has(other, document) ? 1 : 0;
        }

        return count;
    }
}
