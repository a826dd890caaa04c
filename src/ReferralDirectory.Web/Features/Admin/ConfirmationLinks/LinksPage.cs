using Microsoft.AspNetCore.Html;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.ConfirmationLinks;

/// <summary>The links of an organisation.</summary>
public sealed record LinksPage : StaffPage
{
    public required ShownText EntryName { get; init; }

    public required Guid Organisation { get; init; }

    /// <summary>The new link, shown this once; null where none was just made.</summary>
    public required string? Address { get; init; }

    /// <summary>An answer that must be decided before another link is made; null where none stands in the way.</summary>
    public string? WaitingHref { get; init; }

    /// <summary>True where one can be answered.</summary>
    public required bool HasOpen { get; init; }

    /// <summary>Each in a sentence, with where its answer is; the latest first.</summary>
    public required IReadOnlyList<(IHtmlContent Sentence, string? Href)> Links { get; init; }
}
