using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>Where a provider is, as the standard counts it: one location for each of its places, and one for a street that is not known to be of one of them.</summary>
internal static class HsdsPlaces
{
    /// <summary>Its locations; none where its source states no place and no street is public.</summary>
    public static IEnumerable<(Guid Id, PublishedTerm? Place)> Of(Provider provider)
    {
        var places = provider.Places.Select(place => (LocationId(provider.Id, place), (PublishedTerm?)place));
        return provider.PublicAddress is not null && provider.Places.Length != 1 ? places.Prepend((LocationId(provider.Id, null), null)) : places;
    }

    /// <summary>The identifier of a service at a location.</summary>
    public static Guid LinkId(Guid service, Guid location) => StableId.Of("hsds", "service-at-location", service.ToString(), location.ToString());

    private static Guid LocationId(Guid provider, PublishedTerm? place) => StableId.Of("hsds", "location", provider.ToString(), place?.Id.ToString() ?? "");
}
