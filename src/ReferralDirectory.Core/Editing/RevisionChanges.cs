using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing;

/// <summary>What every change of a revision has in common.</summary>
internal static class RevisionChanges
{
    /// <summary>Does something with a revision that the actor may see, that is in one of the states, and that is still the version they looked at.</summary>
    public static async Task<EditResult> ChangeAsync(this EditingSession session, Guid revisionId, Guid? version, RevisionState[] states, Func<Revision, SubjectState, Task<EditResult>> change)
    {
        if (await session.FindAsync(revisionId) is not var (revision, state))
        {
            return new EditResult.NotFound();
        }

        if (!states.Contains(revision.State))
        {
            return new EditResult.WrongState(revision.State);
        }

        return revision.Version == version ? await change(revision, state) : revision.Overtaken();
    }

    /// <summary>The same, for the author alone, who must still be one that may edit it.</summary>
    public static Task<EditResult> ChangeOwnAsync(this EditingSession session, Guid revisionId, Guid? version, RevisionState[] states, Func<Revision, SubjectState, Task<EditResult>> change) =>
        session.ChangeAsync(revisionId, version, states, async (revision, state) =>
            revision.AuthorId == session.Actor.Id && session.Actor.MayEdit(state.Subject, state.CountryId) ? await change(revision, state) : new EditResult.NotAllowed());

    /// <summary>A new draft of the actor's.</summary>
    public static async Task<EditResult> AddAsync(this EditingSession session, SubjectState state, SubjectDraft draft, ImmutableArray<Guid> contributors, RevisionOrigin origin, Guid? baseVersion, Guid? baseRevisionId, bool bringsBack, string note, AuditAction action)
    {
        if (WhatCannotBeStored(draft, note) is { IsEmpty: false } faults)
        {
            return new EditResult.Faulty(faults);
        }

        // One that gives way to this one is no draft any more, and not saved yet.
        var past = session.Db.Revisions.Local.Where(revision => revision.State != RevisionState.Draft).Select(revision => revision.Id).ToList();
        if (await session.Db.Revisions.CountAsync(revision => revision.State == RevisionState.Draft && revision.AuthorId == session.Actor.Id && !past.Contains(revision.Id), session.Cancellation) >= DraftDesk.MaxDrafts)
        {
            return new EditResult.TooManyDrafts(DraftDesk.MaxDrafts);
        }

        var revision = await session.AddDraftAsync(state, draft, contributors, origin, baseVersion, baseRevisionId, bringsBack);
        revision.Note = TextDraft.Stored(note);
        await session.SaveAsync(action, state, revision.Id);
        return new EditResult.Done(RevisionSummary.From(revision), DraftRules.Check(draft, state.Published, await session.KnownAsync(state, draft)));
    }

    /// <summary>The published revision that had the version which a form was filled from; null where that is not known.</summary>
    public static async Task<Guid?> BaseRevisionAsync(this EditingSession session, SubjectState state, Guid? baseVersion)
    {
        var published = await session.PublishedAsync(state);
        return published is null || baseVersion is null || baseVersion == state.Version
            ? baseVersion is null ? null : published?.Id
            : await session.Db.Revisions.Where(revision => revision.SubjectKind == state.Subject.Kind && revision.SubjectId == state.Subject.Id && revision.AppliedVersion == baseVersion)
                .Select(revision => (Guid?)revision.Id).SingleOrDefaultAsync(session.Cancellation);
    }

    public static void Withdraw(this Revision revision, EditingSession session) => revision.Decide(RevisionState.Withdrawn, session);

    public static void Decide(this Revision revision, RevisionState decision, EditingSession session)
    {
        revision.State = decision;
        revision.DecidedAt = session.Now;
        revision.DecidedById = session.Actor.Id;
        revision.Version = Guid.NewGuid();
    }

    public static ImmutableArray<DraftFault> WhatCannotBeStored(SubjectDraft draft, string note) =>
    [
        .. DraftJson.Write(draft).Length > Revision.SnapshotMaxLength ? [new DraftFault("", DraftFaultReason.TooLong, Revision.SnapshotMaxLength)] : Array.Empty<DraftFault>(),
        .. TextDraft.Stored(note).Length > Revision.NoteMaxLength ? [new DraftFault("Note", DraftFaultReason.TooLong, Revision.NoteMaxLength)] : Array.Empty<DraftFault>(),
    ];

    /// <summary>Faults of a reason that must be given.</summary>
    public static ImmutableArray<DraftFault> FaultsOfReason(string reason) => TextDraft.Stored(reason).Length switch
    {
        0 => [new DraftFault("Reason", DraftFaultReason.Missing)],
        > Revision.ReasonMaxLength => [new DraftFault("Reason", DraftFaultReason.TooLong, Revision.ReasonMaxLength)],
        _ => [],
    };
}
