using System.Collections.Immutable;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search;

/// <summary>Numbers of providers by the terms of one filter.</summary>
public sealed class FacetCounts
{
    private readonly Facet facet;
    private readonly int[] counts;
    private readonly FacetCounts? more;

    internal FacetCounts(Facet facet, int[] counts)
    {
        this.facet = facet;
        this.counts = counts;
    }

    private FacetCounts(FacetCounts some, FacetCounts more)
        : this(some.facet, some.counts) => this.more = more;

    /// <summary>Each term that any provider of the country has, by slug, with its count, which may be 0.</summary>
    public IEnumerable<KeyValuePair<PublishedTerm, int>> All => more is null
        ? facet.Terms.Select((term, number) => KeyValuePair.Create(term, counts[number]))
        : facet.Terms.Union(more.facet.Terms).OrderBy(term => term.Slug.Value, StringComparer.Ordinal).Select(term => KeyValuePair.Create(term, Of(term)));

    /// <summary>0 for a term that no provider of the country has.</summary>
    public int Of(PublishedTerm term) => (facet.Find(term) is { } number ? counts[number] : 0) + (more?.Of(term) ?? 0);

    /// <summary>The counts of a list of terms, as <see cref="Of"/> each of them; quick where it is always the same list.</summary>
    /// <param name="terms">Which.</param>
    /// <param name="into">Gets a count for each.</param>
    public void Read(ImmutableArray<PublishedTerm> terms, Span<int> into)
    {
        into[..terms.Length].Clear();
        AddTo(terms, into);
    }

    private void AddTo(ImmutableArray<PublishedTerm> terms, Span<int> into)
    {
        var numbers = facet.NumbersOf(terms);
        for (var i = 0; i < numbers.Length; i++)
        {
            into[i] += numbers[i] >= 0 ? counts[numbers[i]] : 0;
        }

        more?.AddTo(terms, into);
    }

    /// <summary>Both together, of providers that are not the same.</summary>
    internal FacetCounts With(FacetCounts others) => new(this, others);
}
