using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Core.Content;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Tests.Published;

/// <summary>
/// Everything that files say, or that the public sees, as lines of text in order: what is the same on both sides reads
/// the same, and a difference shows as the line it is in.
/// </summary>
internal static class Outline
{
    public static IEnumerable<string> Of(ContentSet content) =>
    [
        .. content.Languages.Select(Of),
        .. content.AssistanceTypes.Select(type => $"type {type.Slug} {Of(type.Name)} need {Of(type.Need)} {Of(type.SearchWords)} {type.IsOnHome} {type.IsHotline}"),
        .. content.Audiences.Select(audience => $"audience {audience.Slug} {Of(audience.Name)} {Of(audience.SearchWords)}"),
        .. content.Countries.SelectMany(Of),
    ];

    public static IEnumerable<string> Of(PublishedDirectory directory) =>
    [
        .. directory.Languages.Select(Of),
        .. directory.AssistanceTypes.Select(type => $"type {type.Slug} {Of(type.Name)} need {Of(type.Need)} {Of(type.Words)} {type.IsOnHome} {type.IsHotline}"),
        .. directory.Audiences.Select(audience => $"audience {audience.Slug} {Of(audience.Name)} {Of(audience.Words)}"),
        .. directory.Countries.SelectMany(Of),
    ];

    private static IEnumerable<string> Of(Country country) =>
    [
        $"country {country.Slug} {Of(country.Name)}",
        .. country.EmergencyNumbers.Select(number => $"emergency {number.Number} {Of(number.Name)} {number.IsFree}"),
        .. country.Sources.OrderBy(source => source.Slug.Value, StringComparer.Ordinal).Select(source => $"source {Of(source.Name)}"),
        .. country.Places.Select(place => $"place {place.Slug} {Of(place.Name)} {Of(place.SearchWords)}"),
        .. country.Steps.OrderBy(step => step.Key).SelectMany(step => Of(step.Key, step.AssistanceTypes.OrderBy(type => type.Position).Select(type => type.Slug), step.Texts)),
        .. country.Organisations.OrderBy(organisation => organisation.Slug.Value, StringComparer.Ordinal).SelectMany(organisation => Of(organisation, country)),
    ];

    private static IEnumerable<string> Of(PublishedCountry country) =>
    [
        $"country {country.Slug} {Of(country.Name)}",
        .. country.EmergencyNumbers.Select(number => $"emergency {number.Number} {Of(number.Name)} {number.IsFree}"),
        .. country.Sources.Select(source => $"source {Of(source.Name)}"),
        .. country.Places.Select(place => $"place {place.Slug} {Of(place.Name)} {Of(place.Words)}"),
        .. country.Steps.SelectMany(step => Of(step.Key, step.Types.Select(type => type.Slug), step.Texts)),
        .. country.Providers.SelectMany(Of),
    ];

    private static IEnumerable<string> Of(Organisation organisation, Country country) =>
    [
        $"provider {organisation.Slug} {Of(organisation.Name)} {organisation.OwnLanguage} [{string.Join('|', organisation.AlsoKnownAs)}]",
        $"  from {Of(country.Sources.Single(source => source.Id == organisation.SourceId).Name)}",
        $"  in {string.Join(' ', organisation.Places.OrderBy(place => place.Position).Select(place => place.Slug))}",
        Of(organisation.LanguagesSpoken, organisation.PublicAddress, organisation.OpeningHours),
        .. organisation.Services.Select(service => Of(
            service.Description,
            service.Eligibility,
            service.AssistanceTypes.OrderBy(type => type.Position).Select(type => type.Slug),
            service.Audiences.OrderBy(audience => audience.Position).Select(audience => audience.Slug))),
        .. organisation.Contacts.Select(contact => Of(contact.Kind, contact.Value, contact.Confirmations.Select(confirmation => ((DateTime, ConfirmationMethod)?)(confirmation.At, confirmation.How)).LastOrDefault())),
    ];

    private static IEnumerable<string> Of(Provider provider) =>
    [
        $"provider {provider.Slug} {Of(provider.Name)} {provider.OwnLanguage} [{string.Join('|', provider.AlsoKnownAs)}]",
        $"  from {Of(provider.Source.Name)}",
        $"  in {string.Join(' ', provider.Places.Select(place => place.Slug))}",
        Of(provider.LanguagesSpoken, provider.PublicAddress, provider.OpeningHours),
        .. provider.Services.Select(service => Of(service.Description, service.Eligibility, service.Types.Select(type => type.Slug), service.Audiences.Select(audience => audience.Slug))),
        .. provider.Contacts.Select(contact => Of(contact.Kind, contact.Value, contact.Confirmed is { } confirmed ? (confirmed.At, confirmed.How) : null)),
    ];

    private static string Of(Language language) =>
        $"language {language.Tag} {language.Name} {language.IsRightToLeft} {language.InterfaceState}";

    private static IEnumerable<string> Of(StepKey key, IEnumerable<Slug> types, IEnumerable<StepText> texts) =>
    [
        $"step {key} {string.Join(' ', types)}",
        .. texts.OrderBy(text => text.Language.Value, StringComparer.Ordinal).Select(text => $"  {text.Language} {text.State} {text.OfHash} {text.Content}"),
    ];

    private static string Of(LocalisedText description, LocalisedText? eligibility, IEnumerable<Slug> types, IEnumerable<Slug> audiences) =>
        $"  service {Of(description)} for {Of(eligibility)} types {string.Join(' ', types)} audiences {string.Join(' ', audiences)}";

    private static string Of(ContactKind kind, string value, (DateTime At, ConfirmationMethod How)? confirmed) =>
        string.Create(CultureInfo.InvariantCulture, $"  {kind} {value} {confirmed?.At:O} {confirmed?.How}");

    private static string Of(ImmutableArray<LanguageTag> languages, LocalisedText? address, OpeningHours? hours) =>
        $"  speaks {string.Join(' ', languages)} at {Of(address)} open {hours?.TimeZone} {hours?.IsByAppointment} {string.Join(' ', hours?.Week ?? [])} {string.Join(' ', (hours?.Exceptions ?? []).Select(e => $"{e.From:O} {e.To:O} {string.Join(' ', e.Ranges)} {Of(e.Note)}"))}";

    private static string Of(LocalisedText? text) => string.Join(" / ", text?.Translations ?? []);

    private static string Of(ImmutableArray<SearchWords> words) =>
        string.Join(' ', words.Select(list => $"{list.Language}[{string.Join('|', list.Words)}]"));
}
