namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Collects bits to be written often, as <see cref="BitWriter"/> takes them.</summary>
internal sealed class BitText
{
    private readonly List<ulong> elements = [];
    private int used = BitWriter.MostAtOnce;

    /// <summary>Bits collected.</summary>
    public int Count { get; private set; }

    public ulong[] ToArray() => [.. elements];

    /// <summary>What follows begins a new element.</summary>
    /// <returns>Elements and bits until now.</returns>
    public (int Elements, int Count) StartElement()
    {
        used = BitWriter.MostAtOnce;
        return (elements.Count, Count);
    }

    /// <param name="bits">Nothing above <paramref name="count"/>.</param>
    /// <param name="count">At most <see cref="BitWriter.MostAtOnce"/>.</param>
    public void Add(ulong bits, int count)
    {
        if (used == BitWriter.MostAtOnce)
        {
            elements.Add(0);
            used = 0;
        }

        var here = Math.Min(count, BitWriter.MostAtOnce - used);
        elements[^1] |= (bits & ((1UL << here) - 1)) << used;
        used += here;
        Count += here;
        if (here < count)
        {
            Add(bits >> here, count - here);
        }
    }
}
