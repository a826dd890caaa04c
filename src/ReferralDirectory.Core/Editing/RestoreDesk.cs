using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing;

/// <summary>Where drafts are made of what there is: an earlier revision, an entry that was taken down, a revision that was overtaken.</summary>
public sealed class RestoreDesk(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    /// <summary>Makes a draft of the actor's own that says what any revision said.</summary>
    /// <remarks>Who wrote something that was never published stays among those who may not approve it.</remarks>
    /// <returns>Done, NotFound, NotAllowed or TooManyDrafts.</returns>
    public Task<EditResult> RestoreAsync(Actor actor, Guid revisionId, CancellationToken cancellationToken) =>
        RunAsync(actor, async session =>
        {
            if (await session.FindAsync(revisionId) is not var (source, state))
            {
                return new EditResult.NotFound();
            }

            return actor.MayEdit(state.Subject, state.CountryId) ? await DraftOfAsync(session, source, state) : new EditResult.NotAllowed();
        }, cancellationToken);

    /// <summary>Makes a draft of what the actor had handed in and somebody rejected, with its note. What would have brought an entry back still would.</summary>
    /// <returns>Done, NotFound, NotAllowed, WrongState or TooManyDrafts.</returns>
    public Task<EditResult> ResumeAsync(Actor actor, Guid revisionId, CancellationToken cancellationToken) =>
        RunAsync(actor, async session => await session.FindAsync(revisionId) switch
        {
            null => new EditResult.NotFound(),
            var (source, state) when source.AuthorId != actor.Id || !actor.MayEdit(state.Subject, state.CountryId) => new EditResult.NotAllowed(),
            ({ State: not RevisionState.Rejected } source, _) => new EditResult.WrongState(source.State),
            var (source, state) => await DraftOfAsync(session, source, state, source.BringsBack && state.IsTakenDown, source.Note),
        }, cancellationToken);

    /// <summary>Takes back what the actor handed in, and makes a draft of it: both or neither.</summary>
    /// <returns>Done with the draft; NotFound, NotAllowed, WrongState, Overtaken or TooManyDrafts.</returns>
    public Task<EditResult> TakeBackAsync(Actor actor, Guid revisionId, Guid version, CancellationToken cancellationToken) =>
        RunAsync(actor, session => session.ChangeOwnAsync(revisionId, version, [RevisionState.Submitted], async (revision, state) =>
        {
            revision.Withdraw(session);
            await session.SaveAsync(AuditAction.Withdrawn, state, revision.Id);
            return await DraftOfAsync(session, revision, state, revision.BringsBack && state.IsTakenDown, revision.Note);
        }), cancellationToken);

    /// <summary>Makes a draft that lets the public see an entry again that was taken down, as it was. Others approve it.</summary>
    /// <returns>Done; NotFound, NotAllowed or TooManyDrafts; NothingChanged where it is not taken down.</returns>
    public Task<EditResult> BringBackAsync(Actor actor, Guid organisationId, string note, CancellationToken cancellationToken) =>
        RunAsync(actor, async session => await session.StateAsync(new Subject(SubjectKind.Organisation, organisationId), null) switch
        {
            { Published: null } => new EditResult.NotFound(),
            var state when !actor.MayRead(state.Subject, state.CountryId) => new EditResult.NotFound(),
            var state when !actor.MayEdit(state.Subject, state.CountryId) => new EditResult.NotAllowed(),
            { IsTakenDown: false } => new EditResult.NothingChanged(),
            var state => await session.AddAsync(state, state.Published!, [], RevisionOrigin.Edit, state.Version, (await session.PublishedAsync(state))?.Id, true, note, AuditAction.DraftSaved),
        }, cancellationToken);

    /// <summary>
    /// Makes a draft on top of what is published now from a revision that another publication has overtaken. The actor's own
    /// overtaken revision is withdrawn; somebody else's stays, and they stay among the contributors.
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="revisionId">A draft, or one that was submitted.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="choices">For each of <see cref="DraftConflict.Fields"/>, by path.</param>
    /// <param name="theirsId">The <see cref="DraftConflict.TheirsId"/> that was looked at: where something else is published now, every choice is asked for again.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Done; Conflict with what is still to choose; NotFound, NotAllowed, WrongState, Overtaken, TooManyDrafts.</returns>
    public Task<EditResult> RebaseAsync(Actor actor, Guid revisionId, Guid version, IReadOnlyDictionary<string, MergeChoice> choices, Guid theirsId, CancellationToken cancellationToken) =>
        RunAsync(actor, session => session.ChangeAsync(revisionId, version, [RevisionState.Draft, RevisionState.Submitted], async (revision, state) =>
        {
            if (!actor.MayEdit(state.Subject, state.CountryId))
            {
                return new EditResult.NotAllowed();
            }

            var draft = DraftJson.Read(revision.Snapshot);
            if (state.Published is { } published)
            {
                var origin = await session.SnapshotAsync(revision.BaseRevisionId);
                var now = await session.TheirsIdAsync(state);
                (draft, var open) = DraftMerge.Merge(origin, published, draft, theirsId == now ? choices : ImmutableDictionary<string, MergeChoice>.Empty);
                if (!open.IsEmpty)
                {
                    return new EditResult.Conflict(new DraftConflict(origin, published, now, DraftJson.Read(revision.Snapshot), open));
                }
            }

            draft = await session.SettleAsync(state, draft, draft, await session.KnownAsync(state, draft));
            if (revision.AuthorId == actor.Id)
            {
                revision.Withdraw(session);
                await session.SaveAsync(AuditAction.Withdrawn, state, revision.Id);
            }

            // From here on it is the actor's, whoever suggested it, and no file's any more: a later file would withdraw what they type.
            var source = revision.Origin is RevisionOrigin.Suggestion or RevisionOrigin.Import ? RevisionOrigin.Edit : revision.Origin;
            return await session.AddAsync(state, draft, revision.Contributors, source, state.Version, (await session.PublishedAsync(state))?.Id, revision.BringsBack && state.IsTakenDown, revision.Note, AuditAction.Rebased);
        }), cancellationToken);

    private static async Task<EditResult> DraftOfAsync(EditingSession session, Revision source, SubjectState state, bool bringsBack = false, string note = "")
    {
        var old = DraftJson.Read(source.Snapshot);
        var draft = await session.SettleAsync(state, old, old, await session.KnownAsync(state, old));
        var contributors = source.State == RevisionState.Published ? [] : source.Contributors;
        return await session.AddAsync(state, draft, contributors, RevisionOrigin.Restore, state.Version, (await session.PublishedAsync(state))?.Id, bringsBack, note, AuditAction.Restored);
    }

    private Task<EditResult> RunAsync(Actor actor, Func<EditingSession, Task<EditResult>> work, CancellationToken cancellationToken) =>
        EditingSession.RunAsync(databases, time, actor, work, cancellationToken);
}
