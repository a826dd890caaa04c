using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Shared;

/// <summary>A provider in a short list: its name, where it is, and its numbers.</summary>
public sealed record ProviderLine(ShownText Name, string Href, IReadOnlyList<ShownText> Places, IReadOnlyList<PhoneLink> Phones)
{
    /// <summary>Hotlines on a page at most: somebody in fear is to call one, not to choose among many.</summary>
    private const int MostHotlines = 5;

    /// <summary>Lines on a page at most; the list of providers has them all.</summary>
    public const int MostOnAPage = 15;

    public static ProviderLine From(Provider provider, Reader reader, Texts texts) => new(
        reader.Show(provider.Name),
        reader.Links.Provider(provider.Slug),
        [.. provider.Places.Select(place => reader.Show(place.Name))],
        PhoneLink.AllOf(provider, texts));

    /// <summary>Whom to call now: hotlines, each with the number to call first.</summary>
    public static IReadOnlyList<ProviderLine> Hotlines(Reader reader, Texts texts) =>
        [.. reader.Country.Hotlines.Take(MostHotlines).Select(provider => From(provider, reader, texts)).Select(line => line with { Phones = [line.Phones[0]] })];
}
