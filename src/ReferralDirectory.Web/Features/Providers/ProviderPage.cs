using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

public sealed record ProviderPage : Page
{
    public required ShownText Name { get; init; }

    public required ShownText? OwnName { get; init; }

    public required IReadOnlyList<ServiceView> Services { get; init; }

    public required TermList Places { get; init; }

    public required TermList Address { get; init; }

    public required TermList LanguagesSpoken { get; init; }

    public required HoursView? Hours { get; init; }

    public required IReadOnlyList<ContactView> Contacts { get; init; }

    /// <summary>Where it is reported that a contact did not work; null in a preview.</summary>
    public required string? ReportHref { get; init; }

    public required ShownText Source { get; init; }

    public required string CardHref { get; init; }

    /// <summary>See <see cref="Providers.LinkedData"/>.</summary>
    public required string LinkedData { get; init; }

    /// <summary>The number that a phone's camera calls from a printed sheet; null where there is none.</summary>
    /// <summary>Calls the first number. Of the number and not of the page: whoever scans it leaves no address of ours behind.</summary>
    public required (QrCode Code, PhoneLink Phone)? Qr { get; init; }

    /// <param name="reader">Who reads it.</param>
    /// <param name="texts">In their language.</param>
    /// <param name="provider">Whose page.</param>
    /// <param name="isPreview">It is shown to staff, and nothing is reported from it.</param>
    public static ProviderPage For(Reader reader, Texts texts, Provider provider, bool isPreview = false)
    {
        var contacts = provider.Phones.Concat(provider.Contacts.Where(contact => contact.Phone is null)).Select(contact => ContactView.From(contact, texts)).ToList();
        return new ProviderPage
        {
            // An organisation's name may say what it is against; a tab and a history list must not.
            Title = texts["Provider.Title"],
            HasUnreviewedText = TextsOf(provider).Any(text => text.In(reader.Language.Tag).State == TranslationState.Unreviewed),
            Name = reader.Show(provider.Name),
            OwnName = ProviderCardView.OwnNameOf(provider, reader),
            Services = [.. provider.Services.Select(service => ServiceView.From(service, reader, texts))],
            Places = ProviderCardView.PlacesOf(provider, reader, texts),
            Address = new TermList(texts["Provider.Address"], provider.PublicAddress is { } address ? [reader.Show(address)] : []),
            LanguagesSpoken = new TermList(texts["Provider.Languages"], [.. provider.LanguagesSpoken.Select(NameOf)]),
            Hours = provider.OpeningHours is { } hours ? HoursView.From(hours, reader, texts) : null,
            Contacts = contacts,
            ReportHref = isPreview ? null : reader.Links.Report(provider.Slug),
            Source = reader.Show(provider.Source.Name),
            LinkedData = Providers.LinkedData.Write(provider, reader),
            CardHref = reader.Links.ProviderCard(provider.Slug),
            Qr = contacts is [{ Phone: { } phone }, ..] ? (QrCode.Of(phone.Href), phone) : null,
        };
    }

    private static IEnumerable<LocalisedText> TextsOf(Provider provider) =>
    [
        .. provider.Services.Select(service => service.Description),
        .. provider.Services.Select(service => service.Eligibility).OfType<LocalisedText>(),
        .. provider.OpeningHours?.Exceptions.Select(exception => exception.Note).OfType<LocalisedText>() ?? [],
    ];

    // In the page's language, as far as the system has a name for it.
    private static ShownText NameOf(LanguageTag language) => new(CultureInfo.GetCultureInfo(language.Value).DisplayName, null);

    public sealed record ServiceView(ShownText Description, TermList Types, TermList Audiences, TermList Eligibility)
    {
        public static ServiceView From(PublishedService service, Reader reader, Texts texts) => new(
            reader.Show(service.Description),
            new TermList(texts["Provider.Helps"], [.. service.Types.Select(type => reader.Show(type.Name))]),
            new TermList(texts["Provider.ForWhom"], [.. service.Audiences.Select(audience => reader.Show(audience.Name))]),
            new TermList(texts["Provider.Eligibility"], service.Eligibility is { } eligibility ? [reader.Show(eligibility)] : []));
    }
}
