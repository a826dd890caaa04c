using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Drafts;

/// <summary>Asks whether a draft is really given up.</summary>
public sealed record WithdrawPage : StaffPage
{
    public required RevisionView Revision { get; init; }

    /// <summary>Where one gets who keeps it.</summary>
    public required string BackHref { get; init; }
}
