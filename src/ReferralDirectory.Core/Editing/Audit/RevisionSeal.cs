using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What a log says of a revision.</summary>
/// <param name="Number">The audit entry that says it last.</param>
/// <param name="Kind">Of what it is about.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="State">What became of it.</param>
/// <param name="Seal">See <see cref="AuditSeal"/>; null for a draft, and where the entry is from before there were seals.</param>
/// <param name="Created">Who began it, and when; null where the log begins later.</param>
/// <param name="SubmittedAt">Null where it was not handed in.</param>
/// <param name="Decided">Who published, refused or withdrew it, and when; null before.</param>
internal sealed record RevisionSeal(long Number, AuditSubject Kind, Guid Subject, RevisionState State, string? Seal, (Guid? By, DateTime At)? Created, DateTime? SubmittedAt, (Guid? By, DateTime At)? Decided)
{
    /// <summary>All that counts of it is sealed, or it is a draft.</summary>
    public bool IsWhole => State == RevisionState.Draft || (Seal is not null && AuditSeal.IsWhole(Seal));

    /// <summary>What a revision becomes by an action; null where it stays what it is.</summary>
    public static RevisionState? StateAfter(AuditAction action) => action switch
    {
        AuditAction.DraftSaved or AuditAction.Restored or AuditAction.Rebased => RevisionState.Draft,
        AuditAction.Submitted or AuditAction.LinkAnswered => RevisionState.Submitted,
        AuditAction.Withdrawn => RevisionState.Withdrawn,
        AuditAction.Rejected => RevisionState.Rejected,
        AuditAction.Published or AuditAction.BroughtBack => RevisionState.Published,
        _ => null,
    };

    /// <summary>With the next entry about it.</summary>
    /// <param name="before">Null for the first.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="state">What it became by that.</param>
    public static RevisionSeal After(RevisionSeal? before, AuditEntry entry, RevisionState state)
    {
        var isOpen = state is RevisionState.Draft or RevisionState.Submitted;
        // Entries of before sealed no refusal and no withdrawal, which change nothing that was sealed then.
        var seal = AuditSeal.RevisionOf(entry.Detail) ?? (state is RevisionState.Rejected or RevisionState.Withdrawn ? before?.Seal : null);
        return new RevisionSeal(
            entry.Number,
            entry.SubjectKind,
            entry.SubjectId,
            state,
            seal,
            before is null && isOpen ? (entry.ActorId, entry.At) : before?.Created,
            state == RevisionState.Submitted ? entry.At : before?.SubmittedAt,
            isOpen ? null : (entry.ActorId, entry.At));
    }

    /// <summary>True for a revision that is as the log says.</summary>
    /// <param name="revision">As it is stored.</param>
    /// <param name="merged">See <see cref="SealedContent.Merged"/>; each stands for one.</param>
    public bool Allows(Revision revision, HashSet<(AuditSubject, Guid, Guid?, DateTime)> merged) =>
        revision.SubjectKind.ToString() == Kind.ToString() && revision.SubjectId == Subject
        && (Seal is null || AuditSeal.Fits(Seal, revision))
        && (Created is not var (author, at) || (revision.AuthorId == author && revision.CreatedAt == at && revision.SubmittedAt == SubmittedAt))
        && ((revision.State == State && (revision.DecidedById, revision.DecidedAt) == (Decided?.By, Decided?.At)) || IsMerged(revision, merged));

    private bool IsMerged(Revision revision, HashSet<(AuditSubject, Guid, Guid?, DateTime)> merged) =>
        Decided is null && revision is { State: RevisionState.Withdrawn, DecidedAt: { } at } && revision.DecidedById == revision.AuthorId && merged.Remove((Kind, Subject, revision.AuthorId, at));
}
