using System.Collections;
using System.Collections.Immutable;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>All services of some organisations, in their order. Counted at once and listed as they are asked for: a page needs few of many.</summary>
internal sealed class HsdsOffers : IReadOnlyList<HsdsOffer>
{
    private readonly ImmutableArray<HsdsEntry> entries;

    // How many services there are up to and with each organisation.
    private readonly int[] ends;

    public HsdsOffers(ImmutableArray<HsdsEntry> entries)
    {
        this.entries = entries;
        ends = new int[entries.Length];
        for (var entry = 0; entry < ends.Length; entry++)
        {
            Count = ends[entry] = Count + entries[entry].Provider.Services.Length;
        }
    }

    public int Count { get; }

    public HsdsOffer this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            // Of those that end there the first: the others have none.
            var found = Array.BinarySearch(ends, index + 1);
            var entry = found < 0 ? ~found : found;
            while (entry > 0 && ends[entry - 1] > index)
            {
                entry--;
            }

            var (country, provider) = entries[entry];
            return new HsdsOffer(country, provider, provider.Services[index - ends[entry] + provider.Services.Length]);
        }
    }

    public IEnumerator<HsdsOffer> GetEnumerator() => entries.SelectMany(HsdsDirectory.ServicesOf).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
