using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing;

/// <summary>Where drafts are written: begin, save, submit, give up.</summary>
public sealed class DraftDesk(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    /// <summary>Revisions of one author that may wait for review at a time, besides those of imports, which stand for one file.</summary>
    public const int MaxWaiting = 50;

    /// <summary>Drafts one author may have at a time.</summary>
    public const int MaxDrafts = 50;

    /// <summary>What a form starts from; null where there is no such subject, or the actor may not edit it.</summary>
    public async Task<DraftStart?> OpenAsync(Actor actor, Subject subject, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await SubjectReader.FindAsync(db, subject, cancellationToken) is { } state && actor.MayEdit(subject, state.CountryId)
            ? new DraftStart(state.Published!, state.Version!.Value, state.IsTakenDown)
            : null;
    }

    /// <summary>
    /// Saves a draft, with its faults: nothing that was typed is refused for what it says, only for more than
    /// <see cref="Revision.SnapshotMaxLength"/> characters.
    /// </summary>
    /// <returns>Done with the faults that are left; NotFound, NotAllowed, WrongState, Overtaken, TooManyDrafts, or Faulty for what cannot be stored.</returns>
    public Task<EditResult> SaveAsync(Actor actor, DraftInput input, CancellationToken cancellationToken) =>
        RunAsync(actor, session => input.RevisionId is { } id ? SaveAgainAsync(session, id, input) : SaveFirstAsync(session, input), cancellationToken);

    /// <summary>Hands a draft in. From then on it does not change.</summary>
    /// <remarks>
    /// One at a time of an author and a subject: a second one does not say what the first one changed, so it may not replace it either.
    /// It stays a draft.
    /// </remarks>
    /// <returns>Done, NotFound, NotAllowed, WrongState, Overtaken, Faulty, NothingChanged, AlreadyWaiting or TooManyWaiting.</returns>
    public Task<EditResult> SubmitAsync(Actor actor, Guid revisionId, Guid version, CancellationToken cancellationToken) =>
        RunAsync(actor, session => session.ChangeOwnAsync(revisionId, version, [RevisionState.Draft], async (revision, state) =>
        {
            var draft = DraftJson.Read(revision.Snapshot);
            if (DraftRules.Check(draft, state.Published, await session.KnownAsync(state, draft)) is { IsEmpty: false } faults)
            {
                return new EditResult.Faulty(faults);
            }

            if (!revision.BringsBack && state.Published is { } published && DraftJson.Write(published) == revision.Snapshot)
            {
                return new EditResult.NothingChanged();
            }

            if (await WhatWaitsAsync(session, state.Subject) is { } refused)
            {
                return refused;
            }

            revision.State = RevisionState.Submitted;
            revision.SubmittedAt = session.Now;
            revision.Version = Guid.NewGuid();
            await session.SaveAsync(AuditAction.Submitted, state, revision.Id);
            return revision.Done();
        }), cancellationToken);

    /// <summary>Gives a draft up, or takes back what was submitted; <see cref="RestoreDesk.RestoreAsync"/> makes a new draft of it.</summary>
    /// <returns>Done, NotFound, NotAllowed, WrongState or Overtaken.</returns>
    public Task<EditResult> WithdrawAsync(Actor actor, Guid revisionId, Guid version, CancellationToken cancellationToken) =>
        RunAsync(actor, session => session.ChangeOwnAsync(revisionId, version, [RevisionState.Draft, RevisionState.Submitted], async (revision, state) =>
        {
            revision.Withdraw(session);
            await session.SaveAsync(AuditAction.Withdrawn, state, revision.Id);
            return revision.Done();
        }), cancellationToken);

    private Task<EditResult> RunAsync(Actor actor, Func<EditingSession, Task<EditResult>> work, CancellationToken cancellationToken) =>
        EditingSession.RunAsync(databases, time, actor, work, cancellationToken);

    private static async Task<EditResult?> WhatWaitsAsync(EditingSession session, Subject subject)
    {
        var own = session.Db.Revisions.Where(revision => revision.State == RevisionState.Submitted && revision.AuthorId == session.Actor.Id);
        return await own.FirstOrDefaultAsync(revision => revision.SubjectKind == subject.Kind && revision.SubjectId == subject.Id, session.Cancellation) is { } earlier ? new EditResult.AlreadyWaiting(RevisionSummary.From(earlier))
            : await own.CountAsync(revision => revision.Origin != RevisionOrigin.Import, session.Cancellation) >= MaxWaiting ? new EditResult.TooManyWaiting(MaxWaiting)
            : null;
    }

    private static async Task<EditResult> SaveFirstAsync(EditingSession session, DraftInput input)
    {
        var isNew = input.SubjectId is null;
        var subject = new Subject(input.Draft.SubjectKind, input.SubjectId ?? await SubjectReader.NewIdAsync(session.Db, input.Draft, session.Cancellation));
        var country = subject.Kind switch
        {
            SubjectKind.Organisation => input.CountryId,
            SubjectKind.StepText => await SubjectReader.CountryOfStepAsync(session.Db, ((StepTextDraft)input.Draft).StepId, session.Cancellation),
            SubjectKind.AssistanceType or SubjectKind.Audience => null,
        };
        var state = await session.StateAsync(subject, isNew ? country : null);
        if ((!isNew && state.Entity is null) || !session.Actor.MayRead(subject, state.CountryId))
        {
            return new EditResult.NotFound();
        }

        if (!session.Actor.MayEdit(subject, state.CountryId))
        {
            return new EditResult.NotAllowed();
        }

        if (input.IsFirst && await session.OwnDraftAsync(subject) is { } other)
        {
            return other.Overtaken();
        }

        var known = await session.KnownAsync(state, input.Draft);
        var draft = await session.SettleAsync(state, input.Draft, null, known);
        return RevisionChanges.WhatCannotBeStored(draft, input.Note) is { IsEmpty: false } faults
            ? new EditResult.Faulty(faults)
            : await session.AddAsync(state, draft, [], input.Origin == RevisionOrigin.Import ? RevisionOrigin.Import : RevisionOrigin.Edit, isNew ? null : input.BaseVersion, await session.BaseRevisionAsync(state, input.BaseVersion), input.BringsBack && state.IsTakenDown, input.Note, AuditAction.DraftSaved);
    }

    private static Task<EditResult> SaveAgainAsync(EditingSession session, Guid revisionId, DraftInput input) =>
        session.ChangeOwnAsync(revisionId, input.RevisionVersion, [RevisionState.Draft], async (revision, state) =>
        {
            if (input.Draft.SubjectKind != revision.SubjectKind || (input.SubjectId is { } subject && subject != revision.SubjectId))
            {
                return new EditResult.NotFound();
            }

            var known = await session.KnownAsync(state, input.Draft);
            var draft = await session.SettleAsync(state, input.Draft, DraftJson.Read(revision.Snapshot), known);
            if (RevisionChanges.WhatCannotBeStored(draft, input.Note) is { IsEmpty: false } faults)
            {
                return new EditResult.Faulty(faults);
            }

            revision.Snapshot = DraftJson.Write(draft);
            revision.Note = TextDraft.Stored(input.Note);
            revision.Contributors = [.. revision.Contributors.Append(session.Actor.Id).Distinct()];
            revision.Version = Guid.NewGuid();
            await session.SaveAsync(AuditAction.DraftSaved, state, revision.Id);
            return new EditResult.Done(RevisionSummary.From(revision), DraftRules.Check(draft, state.Published, known));
        });
}
