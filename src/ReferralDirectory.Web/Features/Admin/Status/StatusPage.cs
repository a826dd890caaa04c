using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Status;

/// <summary>How the site stands.</summary>
public sealed record StatusPage : StaffPage
{
    /// <summary>What somebody should do something about; empty where all is well.</summary>
    public required IReadOnlyList<StatusWarning> Warnings { get; init; }

    public required IReadOnlyList<StatusPart> Parts { get; init; }
}
