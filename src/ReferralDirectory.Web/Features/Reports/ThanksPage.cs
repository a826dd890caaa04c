using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Reports;

/// <summary>After a report: what becomes of it, and whom to call instead.</summary>
public sealed record ThanksPage : Page
{
    public required string BackHref { get; init; }

    public required IReadOnlyList<ProviderLine> Hotlines { get; init; }

    public static ThanksPage For(Reader reader, Texts texts, Provider provider) => new()
    {
        Title = texts["Thanks.Title"],
        BackHref = reader.Links.Provider(provider.Slug),
        Hotlines = ProviderLine.Hotlines(reader, texts),
    };
}
