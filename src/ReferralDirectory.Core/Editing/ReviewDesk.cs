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
    /// <summary>Revisions a queue shows at most.</summary>
    public const int QueueMaxLength = 200;

    /// <summary>What waits for the actor's decision, oldest first; what they wrote themselves as well, since texts may need nobody else.</summary>
    public async Task<ImmutableArray<RevisionSummary>> QueueAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var countries = actor.ReviewsCountries.Select(id => (Guid?)id).ToList();
        var waiting = await db.Revisions.AsNoTracking()
            .Where(revision => revision.State == RevisionState.Submitted && ((revision.CountryId == null && actor.IsAdministrator) || countries.Contains(revision.CountryId)))
            .OrderBy(revision => revision.SubmittedAt).Take(QueueMaxLength).ToListAsync(cancellationToken);
        return [.. waiting.Select(RevisionSummary.From)];
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
            revision.Reason = reason.Trim();
            await session.SaveAsync(AuditAction.Rejected, state, revision.Id);
            return revision.Done();
        }, cancellationToken);

    private Task<EditResult> DecideAsync(Actor actor, Guid revisionId, Guid version, Func<EditingSession, Revision, SubjectState, Task<EditResult>> decide, CancellationToken cancellationToken) =>
        EditingSession.RunAsync(databases, time, actor, session => session.ChangeAsync(revisionId, version, [RevisionState.Submitted], async (revision, state) =>
            actor.MayPublish(state.Subject, state.CountryId) ? await decide(session, revision, state) : new EditResult.NotAllowed()), cancellationToken);

    // All that decides is read here, in the transaction that publishes.
    private static async Task<EditResult> PublishAsync(EditingSession session, Revision revision, SubjectState state)
    {
        if (revision.IsOvertaken(state, await session.PublishedAsync(state)))
        {
            return await session.ConflictAsync(revision, state);
        }

        var draft = DraftJson.Read(revision.Snapshot);
        var reasons = SecondPerson.Reasons(draft, state.Published, revision.BringsBack);
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
