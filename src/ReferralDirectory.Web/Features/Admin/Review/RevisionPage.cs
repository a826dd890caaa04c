using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Previews;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Review;

/// <summary>A revision, as whoever decides reads it.</summary>
public sealed record RevisionPage : StaffPage
{
    public required RevisionView Revision { get; init; }

    public required ChangeList Changes { get; init; }

    /// <summary>For one that brings an entry back: why that was taken down.</summary>
    public required TakeDownView? TakenDown { get; init; }

    /// <summary>For what came by a confirmation link: what the organisation said of each contact that it marked.</summary>
    public required IReadOnlyList<string> Marked { get; init; }

    /// <summary>Why it needs a second person.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The reader wrote some of it.</summary>
    public required bool IsOwn { get; init; }

    public required bool MayPublish { get; init; }

    /// <summary>True where the reader may refuse it.</summary>
    public required bool MayReject { get; init; }

    /// <summary>It waits for a decision.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Somebody published another change of the same meanwhile.</summary>
    public required bool IsOvertaken { get; init; }

    /// <summary>The reader brings it on top of that.</summary>
    public required bool MayRebase { get; init; }

    /// <summary>What keeps it from being published.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>How the public will see it; null where there is no page for that.</summary>
    public required StepPreview? Preview { get; init; }

    /// <summary>For a translation of a step: what it is translated from; otherwise null.</summary>
    public required StepPreview? Original { get; init; }

    /// <summary>What became of the last attempt to decide; null at first.</summary>
    public string? Problem { get; init; }

    /// <summary>The reader can reject it now.</summary>
    public bool TakesReason => IsOpen && MayReject;

    /// <summary>A reason that was typed for a decision which is not to be made any more.</summary>
    public IReadOnlyList<TextField> ToCopy => TakesReason ? [] : Reason.ToCopy();

    /// <summary>Where the reason for a rejection is typed.</summary>
    public required TextField Reason { get; init; }

    public IReadOnlyList<FieldError> Errors => [.. Reason.Errors];
}
