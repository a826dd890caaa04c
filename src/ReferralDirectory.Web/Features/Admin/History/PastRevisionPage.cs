using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Previews;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.History;

/// <summary>One revision of a history.</summary>
public sealed record PastRevisionPage : StaffPage
{
    public required RevisionView Revision { get; init; }

    /// <summary>Number of the published revision it is compared with; null for the first.</summary>
    public required int? Before { get; init; }

    public required ChangeList Changes { get; init; }

    public required StepPreview? Preview { get; init; }

    /// <summary>Where its author goes on with it, or a reviewer decides; null where it is past that.</summary>
    public required string? OpenHref { get; init; }

    /// <summary>A draft can be made of it: it is past, and says something else than what is public.</summary>
    public required bool MayRestore { get; init; }
}
