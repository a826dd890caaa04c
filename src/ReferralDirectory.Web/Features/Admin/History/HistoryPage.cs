using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.History;

/// <summary>Every revision of a subject, the latest first.</summary>
public sealed record HistoryPage : StaffPage
{
    public required string Kind { get; init; }

    /// <summary>Empty where it stands as it was loaded.</summary>
    public required IReadOnlyList<RevisionView> Revisions { get; init; }

    public required string EditHref { get; init; }
}
