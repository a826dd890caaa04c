using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Conflicts;

/// <summary>A draft, and what somebody else published meanwhile.</summary>
public sealed record ConflictPage : StaffPage
{
    public required RevisionView Revision { get; init; }

    /// <summary>Fields that both changed; empty where it is not known yet whether there are any.</summary>
    public IReadOnlyList<ChoiceField> Fields { get; init; } = [];

    /// <summary>Choices that were made already.</summary>
    public IReadOnlyDictionary<string, MergeChoice> Made { get; init; } = new Dictionary<string, MergeChoice>();

    /// <summary>What to know before one goes on; null where there is nothing.</summary>
    public string? Problem { get; init; }

    public IReadOnlyList<FieldError> Errors => [.. Fields.SelectMany(question => question.Errors)];
}
