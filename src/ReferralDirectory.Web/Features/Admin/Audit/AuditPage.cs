using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Audit;

/// <summary>A page of the audit log, the latest first.</summary>
public sealed record AuditPage : StaffPage
{
    /// <summary>Entries of one page.</summary>
    public const int Length = 50;

    public required IReadOnlyList<AuditLine> Entries { get; init; }

    /// <summary>What an earlier look ended with, where somebody kept it.</summary>
    public required TextField Kept { get; init; }

    /// <summary>What it can be narrowed to.</summary>
    public required ChoiceField Subject { get; init; }

    /// <summary>Entries from before these; null where there are none.</summary>
    public required string? OlderHref { get; init; }
}
