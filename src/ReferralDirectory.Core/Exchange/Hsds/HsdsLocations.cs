using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>Locations of the standard. One without a public street has no address.</summary>
/// <param name="tell">Tells a text in the language of the answer.</param>
internal sealed class HsdsLocations(Func<LocalisedText, string> tell)
{
    public IEnumerable<HsdsLocation> Of(PublishedCountry country, Provider provider)
    {
        // There is one street at most. Whose it is of several places is not known: then it has a location of its own.
        var isOfItsPlace = provider.Places.Length == 1;
        foreach (var (id, place) in HsdsPlaces.Of(provider))
        {
            var name = place is null ? null : tell(place.Name);
            yield return new HsdsLocation
            {
                Id = id,
                LocationType = HsdsLocation.Physical,
                OrganizationId = provider.Id,
                Name = name,
                Addresses = provider.PublicAddress is { } street && (place is null || isOfItsPlace) ? [Address(country, id, name, tell(street))] : null,
            };
        }
    }

    private static HsdsAddress Address(PublishedCountry country, Guid location, string? place, string street) => new()
    {
        Id = StableId.Of("hsds", "address", location.ToString()),
        LocationId = location,
        Address1 = street,
        City = place ?? "",
        StateProvince = "",
        PostalCode = "",
        Country = country.Code,
        AddressType = HsdsLocation.Physical,
    };
}
