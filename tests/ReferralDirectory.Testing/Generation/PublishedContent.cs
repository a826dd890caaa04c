using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Testing.Generation;

/// <summary>Content as the public sees it, without a database in between.</summary>
public sealed class PublishedContent
{
    private readonly ContentSet content;
    private readonly Dictionary<Guid, PublishedTerm> types;
    private readonly Dictionary<Guid, PublishedTerm> audiences;

    private PublishedContent(ContentSet content)
    {
        this.content = content;
        types = content.AssistanceTypes.ToDictionary(type => type.Id, type => new PublishedTerm(type.Id, type.Slug, type.Name, type.Need, type.SearchWords, type.IsOnHome, type.IsHotline));
        audiences = content.Audiences.ToDictionary(audience => audience.Id, audience => new PublishedTerm(audience.Id, audience.Slug, audience.Name, audience.Name, audience.SearchWords));
    }

    /// <summary>The same as is read from a database that the content was loaded into.</summary>
    public static PublishedDirectory Of(ContentSet content) => new PublishedContent(content).Directory();

    private PublishedDirectory Directory() => new(
        content.Languages,
        [.. types.Values],
        [.. audiences.Values],
        [.. content.Countries.Select(Country)]);

    private PublishedCountry Country(Country country)
    {
        var places = country.Places.ToDictionary(place => place.Id, place => new PublishedTerm(place.Id, place.Slug, place.Name, place.Name, place.SearchWords));
        var sources = country.Sources.ToDictionary(source => source.Id);
        var providers = country.Organisations.OrderBy(o => o.Slug.Value, StringComparer.Ordinal).Select(o => new Provider
        {
            Id = o.Id,
            Slug = o.Slug,
            Name = o.Name,
            OwnLanguage = o.OwnLanguage,
            AlsoKnownAs = o.AlsoKnownAs,
            LanguagesSpoken = o.LanguagesSpoken,
            PublicAddress = o.PublicAddress,
            OpeningHours = o.OpeningHours,
            Source = new PublishedSource(o.SourceId, sources[o.SourceId].Name),
            Places = [.. o.Places.Select(place => places[place.Id])],
            Services = [.. o.Services.Select(Service)],
            Contacts = [.. o.Contacts.Select(Contact)],
            ChangedAt = o.Contacts.SelectMany(contact => contact.Confirmations).Max(confirmation => (DateTime?)confirmation.At),
        });
        return new PublishedCountry([.. providers])
        {
            Id = country.Id,
            Slug = country.Slug,
            Code = country.Code,
            Name = country.Name,
            EmergencyNumbers = [.. country.EmergencyNumbers.Select(number => new PublishedEmergencyNumber(number.Number, number.Name, number.IsFree))],
            Sources = [.. country.Sources.Select(source => new PublishedSource(source.Id, source.Name))],
            Places = [.. places.Values],
            Steps = [.. country.Steps.Select(step => new PublishedStep(step.Key, [.. step.AssistanceTypes.Select(type => types[type.Id])], [.. step.Texts]))],
        };
    }

    private PublishedService Service(Service service) => new(
        service.Id,
        service.Description,
        [.. service.AssistanceTypes.Select(type => types[type.Id])],
        [.. service.Audiences.Select(audience => audiences[audience.Id])])
    { Eligibility = service.Eligibility };

    private static PublishedContact Contact(ContactPoint contact) => new(
        contact.Id,
        contact.Kind,
        contact.Value,
        contact.Kind is ContactKind.Phone or ContactKind.Hotline ? PhoneNumber.FromE164(contact.Value) : null,
        contact.Confirmations.OrderByDescending(confirmation => confirmation.At).Select(confirmation => PublishedConfirmation.Of(confirmation.At, confirmation.How, GeneratedContent.Today)).FirstOrDefault());
}
