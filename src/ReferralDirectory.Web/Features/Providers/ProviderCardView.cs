using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>A provider in the list.</summary>
public sealed record ProviderCardView(
    ShownText Name,
    ShownText? OwnName,
    string Href,
    IReadOnlyList<TermList> Facts,
    IReadOnlyList<PhoneLink> Phones,
    string Confirmed)
{
    public static ProviderCardView From(ProviderHit hit, Reader reader, Texts texts)
    {
        var provider = hit.Provider;
        return new ProviderCardView(
            reader.Show(provider.Name),
            OwnNameOf(provider, reader),
            reader.Links.Provider(provider.Slug),
            [
                new TermList(texts["Provider.Helps"], [.. provider.Types.Select(type => reader.Show(type.Name))]),
                new TermList(texts["Provider.ForWhom"], [.. provider.Audiences.Select(audience => reader.Show(audience.Name))]),
                PlacesOf(provider, reader, texts),
                new TermList(texts["Providers.FoundBy"], [.. hit.Reasons.Select(reason => Show(reason, reader, texts)).Distinct()]),
            ],
            PhoneLink.AllOf(provider, texts),
            ConfirmedText(provider.Confirmed, texts));
    }

    /// <summary>The name in the organisation's own language, where the page shows another.</summary>
    public static ShownText? OwnNameOf(Provider provider, Reader reader)
    {
        var shown = reader.Show(provider.Name);
        var own = reader.Show(provider.Name.In(provider.OwnLanguage));
        return Letters(own.Text).SequenceEqual(Letters(shown.Text)) ? null : own;

        // Quotation marks are the language's, not the name's.
        static IEnumerable<char> Letters(string text) => text.Where(char.IsLetterOrDigit);
    }

    /// <summary>Where the provider is, or that its source does not state it.</summary>
    public static TermList PlacesOf(Provider provider, Reader reader, Texts texts) => new(
        texts["Provider.Where"],
        provider.Places.IsEmpty ? [new ShownText(texts["Provider.PlaceNotStated"], null)] : [.. provider.Places.Select(place => reader.Show(place.Name))]);

    /// <summary>When and how something was last checked, or that it was not.</summary>
    public static string ConfirmedText(PublishedConfirmation? confirmation, Texts texts) =>
        confirmation is null ? texts["Provider.NotConfirmed"] : texts[$"Provider.Confirmed.{confirmation.How}", confirmation.At];

    private static ShownText Show(MatchReason reason, Reader reader, Texts texts) => reason.Field switch
    {
        MatchedField.Name => new ShownText(texts["Providers.ByName"], null),
        MatchedField.Phone => new ShownText(reason.Phone!.National, null),
        MatchedField.Place or MatchedField.Type or MatchedField.Audience => reader.Show(reason.Term!.Name),
        MatchedField.Text => new ShownText(texts["Providers.ByText"], null),
    };
}
