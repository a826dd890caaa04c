using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Previews;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Drafts;

/// <summary>One's own draft, before it is sent.</summary>
public sealed record DraftPage : StaffPage
{
    public required RevisionView Revision { get; init; }

    /// <summary>Against what is public.</summary>
    public required ChangeList Changes { get; init; }

    /// <summary>Why a second person is needed; empty where the writer may publish it, if they are a reviewer.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The writer may publish it without anybody else.</summary>
    public required bool MayPublishAlone { get; init; }

    /// <summary>What must be changed first.</summary>
    public required IReadOnlyList<FaultLine> Faults { get; init; }

    /// <summary>Somebody published another change of the same meanwhile.</summary>
    public required bool IsOvertaken { get; init; }

    public required StepPreview? Preview { get; init; }

    /// <summary>For one that brings an entry back: why that was taken down.</summary>
    public required TakeDownView? TakenDown { get; init; }

    /// <summary>Where it is written.</summary>
    public required string EditHref { get; init; }

    public required TextField Note { get; init; }

    /// <summary>It can be sent as it is.</summary>
    public bool MaySend => Faults.Count == 0 && !IsOvertaken;

    /// <summary>A note that was typed for a draft which cannot be sent as it is now.</summary>
    public IReadOnlyList<TextField> ToCopy => MaySend || PostedForm.IsSame(Note.Value, Revision.Note) ? [] : Note.ToCopy();

    /// <summary>What became of the last attempt to send it; null at first.</summary>
    public string? Problem { get; init; }

    /// <summary>Where the earlier change is that it waits for; null where there is none.</summary>
    public string? WaitingHref { get; init; }
}
