using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search;

/// <summary>
/// An index, without the providers that have changed since, beside a small index of what they are now. It answers until the
/// whole is built anew, and finds the same providers by the same words. Rougher are the order between the two – by the
/// fields that have the words and not by how rare these are – and a word that only a provider had that is gone: it is not taken
/// for a slip in another.
/// </summary>
public sealed class ChangedIndex
{
    private readonly ProviderIndex built;
    private readonly ulong[] removed;
    private readonly ProviderIndex added;

    private ChangedIndex(ProviderIndex built, ulong[] removed, ProviderIndex added) => (this.built, this.removed, this.added) = (built, removed, added);

    /// <summary>Null where so much has changed, or there is so little in all, that building the whole is as well.</summary>
    /// <param name="built">An index of the country as it was.</param>
    /// <param name="country">The country as it is; what has not changed are the same objects.</param>
    public static ChangedIndex? Between(ProviderIndex built, PublishedCountry country)
    {
        const int leastProviders = 1000;
        const int leastSharePerChange = 20;
        var most = built.Providers.Length / leastSharePerChange;
        if (built.Providers.Length < leastProviders || Math.Abs(country.Providers.Length - built.Providers.Length) > most)
        {
            return null;
        }

        // By reference: records would compare their texts.
        var now = new HashSet<Provider>(country.Providers, ReferenceEqualityComparer.Instance);
        var removed = new ulong[Bits.LengthFor(built.Providers.Length)];
        var removedCount = 0;
        for (var document = 0; document < built.Providers.Length; document++)
        {
            if (!now.Remove(built.Providers[document]))
            {
                Bits.Set(removed, document);
                removedCount++;
            }
        }

        return removedCount > most || now.Count > most ? null : new ChangedIndex(built, removed, ProviderIndex.Build(now));
    }

    /// <inheritdoc cref="ProviderSearch.Find"/>
    public ProviderResults Find(ProviderQuery query, int skip, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        var upTo = (int)Math.Min((long)skip + take, int.MaxValue);
        var old = built.Find(query, 0, upTo, removed);
        var changed = added.Find(query, 0, upTo, null);
        var results = Better(old, changed) switch
        {
            < 0 => old.Results,
            > 0 => changed.Results,
            _ => Both(old.Results, changed.Results),
        };
        return results with { Hits = [.. results.Hits.Skip(skip).Take(take)] };
    }

    // One index over both would choose its words so: all words before some, words as typed before words with a slip, and of
    // words that are not met together the rarer ones. Where it would choose the same in both, both count.
    private static int Better(IndexAnswer old, IndexAnswer changed)
    {
        var (oldDropped, changedDropped) = (old.Results.DroppedWords, changed.Results.DroppedWords);
        if (oldDropped.Length != changedDropped.Length)
        {
            return oldDropped.Length - changedDropped.Length;
        }

        if (old.Slips != changed.Slips && old.Met > 0 && changed.Met > 0)
        {
            return old.Slips - changed.Slips;
        }

        return oldDropped.SequenceEqual(changedDropped) ? 0 : old.Met - changed.Met;
    }

    private static ProviderResults Both(ProviderResults old, ProviderResults changed) => old with
    {
        Total = old.Total + changed.Total,
        Hits = [.. Merge(old.Hits, changed.Hits)],
        Facets = new ProviderFacets(
            old.Facets.Needs.With(changed.Facets.Needs),
            old.Facets.Places.With(changed.Facets.Places),
            old.Facets.PlaceNotStated + changed.Facets.PlaceNotStated,
            old.Facets.Audiences.With(changed.Facets.Audiences)),
    };

    private static IEnumerable<ProviderHit> Merge(IReadOnlyList<ProviderHit> old, IReadOnlyList<ProviderHit> changed)
    {
        var next = 0;
        foreach (var hit in old)
        {
            for (; next < changed.Count && Compare(changed[next], hit) < 0; next++)
            {
                yield return changed[next];
            }

            yield return hit;
        }

        for (; next < changed.Count; next++)
        {
            yield return changed[next];
        }
    }

    private static int Compare(ProviderHit one, ProviderHit other)
    {
        var byFields = one.Reasons.Sum(reason => (int)reason.Field).CompareTo(other.Reasons.Sum(reason => (int)reason.Field));
        return byFields != 0 ? byFields : DocumentOrder.Compare(one.Provider, other.Provider);
    }
}
