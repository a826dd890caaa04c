using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing;

/// <summary>Where submitted revisions are decided.</summary>
public sealed class ReviewDesk(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    /// <summary>What waits for the actor's decision, oldest first; what they wrote themselves as well, since texts may need nobody else.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="skip">So many are on earlier pages.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <remarks>
    /// Two queries, however many there are. What is published now is read from its revision, which says the same: content changes by
    /// revisions alone, and the first edit of an entry writes down what was loaded. The decision reads the content itself.
    /// </remarks>
    public async Task<ImmutableArray<QueuedRevision>> QueueAsync(Actor actor, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = await Waiting(db, actor).OrderBy(revision => revision.SubmittedAt).ThenBy(revision => revision.Id).Skip(skip).Take(take)
            .Select(revision => new
            {
                Revision = revision,
                Published = db.Revisions
                    .Where(other => other.SubjectKind == revision.SubjectKind && other.SubjectId == revision.SubjectId && other.State == RevisionState.Published)
                    .OrderByDescending(other => other.Number).Select(other => other.Snapshot).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var hotlineTypes = await SubjectReader.HotlineTypesAsync(db, cancellationToken);
        return [.. waiting.Select(found => QueuedRevision.From(found.Revision, found.Published, hotlineTypes))];
    }

    /// <summary>How many revisions wait for the actor's decision; and how many of these others wrote.</summary>
    public async Task<(int All, int OfOthers)> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var contributors = await Waiting(db, actor).Select(revision => revision.Contributors).ToListAsync(cancellationToken);
        return (contributors.Count, contributors.Count(wrote => !wrote.Contains(actor.Id)));
    }

    /// <summary>
    /// Publishes a submitted revision: its subject says from now on what it says. Reload the published directory afterwards.
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="revisionId">Which.</param>
    /// <param name="version">The version that was looked at: exactly that is published.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Done, NotFound, NotAllowed, WrongState, Overtaken, Conflict, NeedsSecondPerson or Faulty.</returns>
    public Task<EditResult> PublishAsync(Actor actor, Guid revisionId, Guid version, CancellationToken cancellationToken) =>
        DecideAsync(actor, revisionId, version, PublishAsync, cancellationToken);

    /// <summary>Refuses a submitted revision.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="revisionId">Which.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="reason">For its author; must be given, at most <see cref="Revision.ReasonMaxLength"/> characters.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Done, NotFound, NotAllowed, WrongState, Overtaken or Faulty.</returns>
    public Task<EditResult> RejectAsync(Actor actor, Guid revisionId, Guid version, string reason, CancellationToken cancellationToken) =>
        DecideAsync(actor, revisionId, version, async (session, revision, state) =>
        {
            if (RevisionChanges.FaultsOfReason(reason) is { IsEmpty: false } faults)
            {
                return new EditResult.Faulty(faults);
            }

            revision.Decide(RevisionState.Rejected, session);
            revision.Reason = TextDraft.Stored(reason);
            await session.SaveAsync(AuditAction.Rejected, state, revision.Id);
            return revision.Done();
        }, cancellationToken);

    private Task<EditResult> DecideAsync(Actor actor, Guid revisionId, Guid version, Func<EditingSession, Revision, SubjectState, Task<EditResult>> decide, CancellationToken cancellationToken) =>
        EditingSession.RunAsync(databases, time, actor, session => session.ChangeAsync(revisionId, version, [RevisionState.Submitted], async (revision, state) =>
            actor.MayPublish(state.Subject, state.CountryId) ? await decide(session, revision, state) : new EditResult.NotAllowed()), cancellationToken);

    private static IQueryable<Revision> Waiting(DirectoryDb db, Actor actor)
    {
        var countries = actor.ReviewsCountries.Select(id => (Guid?)id).ToList();
        return db.Revisions.AsNoTracking()
            .Where(revision => revision.State == RevisionState.Submitted && ((revision.CountryId == null && actor.IsAdministrator) || countries.Contains(revision.CountryId)));
    }

    // All that decides is read here, in the transaction that publishes.
    private static async Task<EditResult> PublishAsync(EditingSession session, Revision revision, SubjectState state)
    {
        if (revision.IsOvertaken(state, await session.PublishedAsync(state)))
        {
            return await session.ConflictAsync(revision, state);
        }

        var draft = DraftJson.Read(revision.Snapshot);
        var reasons = SecondPerson.Reasons(draft, state.Published, revision.BringsBack, await SubjectReader.HotlineTypesAsync(session.Db, session.Cancellation));
        if (!reasons.IsEmpty && revision.Contributors.Contains(session.Actor.Id))
        {
            return new EditResult.NeedsSecondPerson(reasons);
        }

        var known = await session.KnownAsync(state, draft);
        if (DraftRules.Check(draft, state.Published, known) is { IsEmpty: false } faults)
        {
            return new EditResult.Faulty(faults);
        }

        var (version, published) = await SubjectWriter.ApplyAsync(session.Db, state, await session.SettleAsync(state, draft, draft, known), revision.BringsBack, session.Cancellation);
        revision.Decide(RevisionState.Published, session);
        revision.AppliedVersion = version;
        revision.Snapshot = DraftJson.Write(published);
        if (published is OrganisationDraft organisation)
        {
            await ConfirmationLinkDesk.AcceptAsync(session, revision, state, organisation);
        }

        await session.SaveAsync(revision.BringsBack ? AuditAction.BroughtBack : AuditAction.Published, state, revision.Id, string.Join(' ', reasons));
        return revision.Done();
    }
}
