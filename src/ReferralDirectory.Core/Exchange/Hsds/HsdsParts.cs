using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>What organisations and services of the standard have several of.</summary>
internal sealed class HsdsParts(LanguageTag language, HsdsPhrases phrases, HsdsTerms terms, DateTime now)
{
    private const string LinkEntity = "service";

    private readonly HashSet<LanguageTag> others = [];

    /// <summary>Languages of the texts that were told so far: the one asked for, then those of texts that are not in it.</summary>
    public IEnumerable<LanguageTag> Languages => [language, .. others.OrderBy(other => other.Value, StringComparer.Ordinal)];

    /// <summary>Says to people that nobody has checked a translation.</summary>
    public string Unreviewed => phrases.Unreviewed;

    private HsdsSchedules Hours => field ??= new(Text, phrases, now);

    public string Text(LocalisedText text)
    {
        var told = text.In(language);
        if (told.Language != language)
        {
            others.Add(told.Language);
        }

        return told.Text;
    }

    /// <summary>Says that nobody has checked the translation of something that is told of these services; null where there is no such text.</summary>
    public string? Translation(Provider provider, params IEnumerable<PublishedService> services) =>
        services.SelectMany(service => HsdsTexts.Of(provider, service)).Any(text => text.In(language).State == TranslationState.Unreviewed) ? HsdsService.Unreviewed : null;

    public static IEnumerable<PublishedContact> Of(Provider provider, ContactKind kind) => provider.Contacts.Where(contact => contact.Kind == kind);

    public static string Address(PublishedContact contact) => HsdsUrls.Of(WebAddress.TryParse(contact.Value)!);

    /// <summary>All but the first website.</summary>
    public IEnumerable<HsdsUrl> Websites(Provider provider) =>
    [
        .. Of(provider, ContactKind.Website).Skip(1).Select(contact => Url(provider, contact, null)),
        .. Of(provider, ContactKind.Messenger).Select(contact => Url(provider, contact, phrases.Messenger)),
    ];

    /// <summary>Its addresses that the standard can tell.</summary>
    public static IEnumerable<HsdsContact> Emails(Provider provider) => Of(provider, ContactKind.Email).SelectMany(contact =>
        HsdsEmails.Of(contact.Value) is { } email ? [new HsdsContact { Id = contact.Id, OrganizationId = provider.Id, Email = email }] : Array.Empty<HsdsContact>());

    public IEnumerable<HsdsPhone> Phones(Provider provider) => provider.Phones.Select(contact => new HsdsPhone
    {
        Id = contact.Id,
        OrganizationId = provider.Id,
        Number = contact.Value,
        Type = HsdsPhone.Voice,
        Description = string.Join(". ", Said(contact)),
    });

    public IEnumerable<HsdsSchedule> Schedules(Provider provider, PublishedService service) => Hours.Of(provider, service);

    public static IEnumerable<HsdsLanguage> Spoken(Provider provider, PublishedService service) => provider.LanguagesSpoken.Select(spoken => new HsdsLanguage
    {
        Id = StableId.Of("hsds", "language", service.Id.ToString(), spoken.Value),
        ServiceId = service.Id,
        Name = CultureInfo.GetCultureInfo(spoken.Value).NativeName,
        Code = HsdsTerms.Iso639(spoken),
    });

    public IEnumerable<HsdsServiceArea> Areas(Provider provider, PublishedService service) => provider.Places.Select(place => new HsdsServiceArea
    {
        Id = StableId.Of("hsds", "service-area", service.Id.ToString(), place.Id.ToString()),
        ServiceId = service.Id,
        Name = Text(place.Name),
    });

    public IEnumerable<HsdsAttribute> Attributes(Provider provider, PublishedService service) =>
    [
        .. service.Types.Select(type => Attribute(HsdsTaxonomyKind.AssistanceType, type.Id, service.Id)),
        .. service.Audiences.Select(audience => Attribute(HsdsTaxonomyKind.Audience, audience.Id, service.Id)),
        Attribute(HsdsTaxonomyKind.Source, provider.Source.Id, service.Id),
    ];

    private HsdsAttribute Attribute(HsdsTaxonomyKind kind, Guid term, Guid service) => new()
    {
        Id = StableId.Of("hsds", "attribute", service.ToString(), term.ToString()),
        LinkId = service,
        TaxonomyTermId = term,
        LinkType = kind.Code(),
        LinkEntity = LinkEntity,
        TaxonomyTerm = terms.Find(term),
    };

    private IEnumerable<string> Said(PublishedContact contact)
    {
        if (contact.Kind == ContactKind.Hotline)
        {
            yield return phrases.Hotline;
        }

        if (contact.Phone!.IsFree)
        {
            yield return phrases.FreeToCall;
        }

        yield return contact.Phone.National;
    }

    private static HsdsUrl Url(Provider provider, PublishedContact contact, string? label) => new() { Id = contact.Id, Label = label, Url = Address(contact), OrganizationId = provider.Id };
}
