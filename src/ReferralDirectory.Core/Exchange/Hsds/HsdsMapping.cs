using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>
/// What the public sees, in the words of Open Referral HSDS 3.1. The one place where the two meet: docs/api.md has the table.
/// </summary>
/// <param name="language">In which texts are told; a text that is not in it comes in its original.</param>
/// <param name="phrases">Words that are no content, in it.</param>
/// <param name="terms">Terms in it.</param>
/// <param name="now">Offsets of time zones are those of this moment, UTC.</param>
public sealed class HsdsMapping(LanguageTag language, HsdsPhrases phrases, HsdsTerms terms, DateTime now)
{
    private readonly HsdsParts parts = new(language, phrases, terms, now);

    /// <summary>Languages of the texts that were told so far: the one asked for, then those of texts that are not in it.</summary>
    public IEnumerable<LanguageTag> Languages => parts.Languages;

    /// <summary>Says to people that nobody has checked a translation.</summary>
    public string Unreviewed => parts.Unreviewed;

    /// <summary>The taxonomies and their terms.</summary>
    public HsdsTerms Terms => terms;

    private HsdsLocations Locations => field ??= new(parts.Text);

    /// <summary>An organisation without what it has several of.</summary>
    public HsdsOrganization Organization(Provider provider)
    {
        var name = parts.Text(provider.Name);
        var ownName = provider.Name.In(provider.OwnLanguage).Text;
        return new HsdsOrganization
        {
            Id = provider.Id,
            Name = name,
            AlternateName = ownName == name ? provider.AlsoKnownAs.FirstOrDefault() : ownName,
            Description = string.Join('\n', provider.Services.Select(service => parts.Text(service.Description)).Distinct()),
            Email = HsdsParts.Emails(provider).FirstOrDefault()?.Email,
            Website = HsdsParts.Of(provider, ContactKind.Website).Select(HsdsParts.Address).FirstOrDefault(),
            Translation = parts.Translation(provider, provider.Services),
        };
    }

    /// <summary>An organisation with all that belongs to it but its services.</summary>
    public HsdsOrganization FullOrganization(PublishedCountry country, Provider provider) => WithContacts(provider) with { Locations = Some(Locations.Of(country, provider)) };

    /// <summary>An organisation with all that belongs to it.</summary>
    /// <param name="country">Where it works.</param>
    /// <param name="provider">Which.</param>
    /// <param name="areServicesFull">False: of its services only what each has one of.</param>
    public HsdsOrganization FullOrganization(PublishedCountry country, Provider provider, bool areServicesFull) => FullOrganization(country, provider) with
    {
        Services = Some(provider.Services.Select(service => areServicesFull ? FullService(country, provider, service) with { Organization = null } : Bare(provider, service))),
    };

    /// <summary>A service without what it has several of.</summary>
    public HsdsService Service(Provider provider, PublishedService service) => Bare(provider, service) with { Organization = Organization(provider) };

    /// <summary>A service with all that belongs to it.</summary>
    public HsdsService FullService(PublishedCountry country, Provider provider, PublishedService service) => Bare(provider, service) with
    {
        Organization = WithContacts(provider),
        Phones = Some(parts.Phones(provider)),
        Schedules = Some(parts.Schedules(provider, service)),
        ServiceAreas = Some(parts.Areas(provider, service)),
        ServiceAtLocations = Some(Locations.Of(country, provider).Select(location => Link(service, location))),
        Languages = Some(HsdsParts.Spoken(provider, service)),
        Attributes = Some(parts.Attributes(provider, service)),
    };

    /// <summary>Only when it changed.</summary>
    public static HsdsModified Modified(Provider provider, PublishedService service) => new() { Id = service.Id, ModifiedDate = provider.ChangedAt };

    /// <summary>A service at one place, with all that belongs to it or without what it has several of.</summary>
    public HsdsServiceAtLocation ServiceAtLocation(HsdsPlacedService placed, bool isFull)
    {
        var location = Locations.Of(placed.Country, placed.Provider).First(candidate => candidate.Id == placed.LocationId);
        var link = Link(placed.Service, isFull ? location : location with { Addresses = null });
        return !isFull ? link with { Service = Bare(placed.Provider, placed.Service) } : link with
        {
            Service = FullService(placed.Country, placed.Provider, placed.Service) with { ServiceAtLocations = null },
            ServiceAreas = Some(parts.Areas(placed.Provider, placed.Service)),
            Phones = Some(parts.Phones(placed.Provider)),
            Schedules = Some(parts.Schedules(placed.Provider, placed.Service)),
        };
    }

    private HsdsOrganization WithContacts(Provider provider) => Organization(provider) with
    {
        AdditionalWebsites = Some(parts.Websites(provider)),
        Contacts = Some(HsdsParts.Emails(provider).Skip(1)),
        Phones = Some(parts.Phones(provider)),
    };

    private HsdsService Bare(Provider provider, PublishedService service) => new()
    {
        Id = service.Id,
        OrganizationId = provider.Id,
        Name = string.Join(", ", service.Types.Select(type => parts.Text(type.Name))),
        Description = parts.Text(service.Description),
        Url = HsdsParts.Of(provider, ContactKind.Website).Select(HsdsParts.Address).FirstOrDefault(),
        Email = HsdsParts.Emails(provider).FirstOrDefault()?.Email,
        Status = HsdsService.ActiveStatus,
        EligibilityDescription = service.Eligibility is { } eligibility ? parts.Text(eligibility) : null,
        AssuredDate = provider.Confirmed?.At.ToString(OpeningException.DayFormat, CultureInfo.InvariantCulture),
        LastModified = provider.ChangedAt,
        Translation = parts.Translation(provider, service),
    };

    private static HsdsServiceAtLocation Link(PublishedService service, HsdsLocation location) => new()
    {
        Id = HsdsPlaces.LinkId(service.Id, location.Id),
        ServiceId = service.Id,
        LocationId = location.Id,
        Location = location,
    };

    // What there is none of is left out, as everything that is not known.
    private static List<T>? Some<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        return list.Count == 0 ? null : list;
    }
}
