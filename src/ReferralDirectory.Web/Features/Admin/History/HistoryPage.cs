using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.History;

/// <summary>Revisions of a subject, and when it was taken down; the latest first.</summary>
public sealed record HistoryPage : StaffPage
{
    /// <summary>Revisions of one page.</summary>
    public const int Length = 50;

    public required string Kind { get; init; }

    /// <summary>Empty where it stands as it was loaded.</summary>
    public required IReadOnlyList<HistoryLine> Lines { get; init; }

    /// <summary>Revisions from before these; null where there are none.</summary>
    public required string? OlderHref { get; init; }

    /// <summary>The latest ones; null where they are shown.</summary>
    public required string? LatestHref { get; init; }

    public required string EditHref { get; init; }
}
