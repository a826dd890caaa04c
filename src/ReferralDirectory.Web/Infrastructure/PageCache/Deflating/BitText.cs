namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Collects bits to be written often.</summary>
internal sealed class BitText
{
    private readonly List<ulong> elements = [];

    // Of the last element.
    private int used = 64;

    /// <summary>Elements begun.</summary>
    public int ElementCount => elements.Count;

    /// <summary>Bits in all, those left out by <see cref="Align"/> with them.</summary>
    public int Count => (64 * elements.Count) - (64 - used);

    /// <summary>64 to an element.</summary>
    public ulong[] ToArray() => [.. elements];

    /// <summary>What follows begins an element.</summary>
    public void Align() => used = 64;

    /// <param name="bits">Nothing above <paramref name="count"/>.</param>
    /// <param name="count">1 to 32.</param>
    public void Add(uint bits, int count)
    {
        if (used == 64)
        {
            elements.Add(0);
            used = 0;
        }

        elements[^1] |= (ulong)bits << used;
        used += count;
        if (used > 64)
        {
            used -= 64;
            elements.Add((ulong)bits >> (count - used));
        }
    }
}
