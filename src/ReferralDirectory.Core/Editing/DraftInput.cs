using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing;

/// <summary>What somebody saves.</summary>
public sealed record DraftInput
{
    /// <summary>What was typed; its kind is the subject's.</summary>
    public required SubjectDraft Draft { get; init; }

    /// <summary>The draft that is saved again, together with <see cref="RevisionVersion"/>; null for the first time.</summary>
    public Guid? RevisionId { get; init; }

    /// <summary>The version of that draft which the form was filled from.</summary>
    public Guid? RevisionVersion { get; init; }

    /// <summary>What is edited; null for a new entry. Only looked at the first time.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>For a new organisation: its country. Only looked at the first time.</summary>
    public Guid? CountryId { get; init; }

    /// <summary><see cref="DraftStart.BaseVersion"/> of the form; null for a new entry. Only looked at the first time.</summary>
    public Guid? BaseVersion { get; init; }

    /// <summary>True where publishing it lets the public see an entry that was taken down. Only looked at the first time.</summary>
    public bool BringsBack { get; init; }

    /// <summary>
    /// True where the form was filled when its author had no draft of the subject: if they have one by now, saved in another window,
    /// that one stays and this is overtaken. Only looked at the first time.
    /// </summary>
    public bool IsFirst { get; init; }

    /// <summary>Why; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary><see cref="RevisionOrigin.Edit"/> or <see cref="RevisionOrigin.Import"/>. Only looked at the first time.</summary>
    public RevisionOrigin Origin { get; init; } = RevisionOrigin.Edit;
}
