using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Terms;

/// <summary>The form of a term.</summary>
public sealed record TermPage : StaffPage
{
    public required SubjectKind Kind { get; init; }

    /// <summary>Null for a new term that was never saved.</summary>
    public required Guid? Id { get; init; }

    /// <summary>The same for one that is public; null otherwise.</summary>
    public required Guid? PublishedId { get; init; }

    /// <summary>What the fields say.</summary>
    public required SubjectDraft Draft { get; init; }

    /// <inheritdoc cref="TermForm.NoPosition"/>
    public required string NoPosition { get; init; }

    public required DraftForm Hidden { get; init; }

    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>A change of the reader's own that waits for somebody else already; null where there is none.</summary>
    public required string? WaitingHref { get; init; }

    /// <summary>What the reader had sent and somebody rejected; null where they have gone on since.</summary>
    public RejectedView? Rejected { get; init; }

    /// <summary>The draft was saved just now.</summary>
    public bool IsSaved { get; init; }

    /// <summary>What became of the last attempt to save; null where it went well.</summary>
    public string? Problem { get; init; }

    /// <summary>From the draft that was saved in another window to what was typed here; null where there is none.</summary>
    public ChangeList? Stored { get; init; }

    /// <summary>What was asked to be shown; empty where nothing was.</summary>
    public IReadOnlyList<NeedPreview> Previews { get; init; } = [];

    /// <summary>It has a tile that can be shown.</summary>
    public bool HasPreview => Kind == SubjectKind.AssistanceType;

    public IReadOnlyList<FieldError> Errors => [.. Fields.SelectMany(question => question.Errors)];
}
