using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search;

/// <summary>Numbers of providers by the terms of one filter.</summary>
public sealed class FacetCounts
{
    private readonly Facet facet;
    private readonly int[] counts;

    internal FacetCounts(Facet facet, int[] counts)
    {
        this.facet = facet;
        this.counts = counts;
    }

    /// <summary>Each term that any provider of the country has, by slug, with its count, which may be 0.</summary>
    public IEnumerable<KeyValuePair<PublishedTerm, int>> All => facet.Terms.Select((term, number) => KeyValuePair.Create(term, counts[number]));

    /// <summary>0 for a term that no provider of the country has.</summary>
    public int Of(PublishedTerm term) => facet.Find(term) is { } number ? counts[number] : 0;
}
