using System.Collections.Immutable;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search;

/// <summary>What searches a country: an index of the whole, or until that is built one with what has changed beside it.</summary>
internal sealed class CountryIndex
{
    private readonly ChangedIndex? changed;
    private volatile ProviderIndex? whole;

    public CountryIndex(ProviderIndex whole) => this.whole = whole;

    public CountryIndex(ChangedIndex changed) => this.changed = changed;

    /// <inheritdoc cref="ProviderSearch.Find"/>
    public ProviderResults Find(ProviderQuery query, int skip, int take) => whole?.Find(query, skip, take) ?? changed!.Find(query, skip, take);

    /// <inheritdoc cref="ProviderSearch.FindAll"/>
    public ImmutableArray<Provider> FindAll(string words) =>
        whole?.FindAll(words) ?? [.. changed!.Find(new ProviderQuery(words), 0, int.MaxValue).Hits.Select(hit => hit.Provider)];

    /// <summary>From now on the whole answers.</summary>
    public void Replace(ProviderIndex built) => whole = built;
}
