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
    IReadOnlyList<ShownText> Types,
    IReadOnlyList<ShownText> Audiences,
    IReadOnlyList<ShownText> Places,
    IReadOnlyList<PhoneLink> Phones,
    PublishedConfirmation? Confirmed,
    IReadOnlyList<MatchView> Matches)
{
    public static ProviderCardView From(ProviderHit hit, Reader reader) => From(hit.Provider, [.. hit.Reasons.Select(reason => MatchView.From(reason, reader)).Distinct()], reader);

    private static ProviderCardView From(Provider provider, IReadOnlyList<MatchView> matches, Reader reader) => new(
        reader.Show(provider.Name),
        OwnNameOf(provider, reader),
        reader.Links.Provider(provider.Slug),
        [.. provider.Types.Select(type => reader.Show(type.Name))],
        [.. provider.Audiences.Select(audience => reader.Show(audience.Name))],
        [.. provider.Places.Select(place => reader.Show(place.Name))],
        PhoneLink.AllOf(provider),
        provider.Confirmed,
        matches);

    /// <summary>The name in the organisation's own language, where the page shows another.</summary>
    public static ShownText? OwnNameOf(Provider provider, Reader reader)
    {
        var shown = reader.Show(provider.Name);
        var own = reader.Show(provider.Name.In(provider.OwnLanguage));
        return Letters(own.Text).SequenceEqual(Letters(shown.Text)) ? null : own;

        // Quotation marks are the language's, not the name's.
        static IEnumerable<char> Letters(string text) => text.Where(char.IsLetterOrDigit);
    }
}
