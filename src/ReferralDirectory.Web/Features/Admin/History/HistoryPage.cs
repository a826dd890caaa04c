using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.History;

/// <summary>Every revision of a subject, and when it was taken down; the latest first.</summary>
public sealed record HistoryPage : StaffPage
{
    public required string Kind { get; init; }

    /// <summary>Empty where it stands as it was loaded.</summary>
    public required IReadOnlyList<HistoryLine> Lines { get; init; }

    public required string EditHref { get; init; }
}
