using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Previews;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.StepTexts;

/// <summary>The form of a step's text in one language.</summary>
public sealed record StepTextPage : StaffPage
{
    public required Guid Id { get; init; }

    /// <summary>The same; null where the step has no text in this language yet.</summary>
    public required Guid? PublishedId { get; init; }

    /// <summary>What the fields say.</summary>
    public required StepTextDraft Draft { get; init; }

    public required DraftForm Hidden { get; init; }

    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>For a translation: what it is translated from; otherwise null.</summary>
    public required StepPreview? Original { get; init; }

    /// <summary>Its hash, which comes back with the form: a translation is of the original that stood beside it. Null for an original.</summary>
    public required string? OriginalHash { get; init; }

    /// <summary>A change of the reader's own that waits for somebody else already; null where there is none.</summary>
    public required string? WaitingHref { get; init; }

    /// <summary>What the reader had sent and somebody rejected; null where they have gone on since.</summary>
    public RejectedView? Rejected { get; init; }

    /// <summary>The draft was saved just now.</summary>
    public bool IsSaved { get; init; }

    /// <summary>As the public would see it; null where that was not asked for.</summary>
    public StepPreview? Preview { get; init; }

    /// <summary>What became of the last attempt to save; null where it went well.</summary>
    public string? Problem { get; init; }

    /// <summary>What the draft says that was saved in another window; null where there is none.</summary>
    public StepPreview? Stored { get; init; }

    public IReadOnlyList<FieldError> Errors => [.. Fields.SelectMany(question => question.Errors)];
}
