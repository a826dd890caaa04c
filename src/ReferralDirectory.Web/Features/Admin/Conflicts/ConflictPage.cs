using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Conflicts;

/// <summary>A draft or what was handed in, and what somebody else published meanwhile.</summary>
public sealed record ConflictPage : StaffPage
{
    public required RevisionView Revision { get; init; }

    /// <summary>False where it is an organisation's answer, or of somebody who cannot go on with it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Fields that both changed; empty where it is not known yet whether there are any.</summary>
    public IReadOnlyList<ChoiceField> Fields { get; init; } = [];

    /// <summary>The publication that is shown, or that somebody chose against before they had to sign in again; empty where it is not known yet.</summary>
    public Guid TheirsId { get; init; }

    /// <summary>Choices that were made already, and are not asked for.</summary>
    public IReadOnlyDictionary<string, MergeChoice> Made { get; init; } = new Dictionary<string, MergeChoice>();

    /// <summary>What to know before one goes on; null where there is nothing.</summary>
    public string? Problem { get; init; }

    public IReadOnlyList<FieldError> Errors => [.. Fields.SelectMany(question => question.Errors)];
}
