using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing;

/// <summary>One-time links by which an organisation without an account says which of its contacts are right.</summary>
/// <remarks>The tokens come from outside, and only their hashes get here.</remarks>
public sealed class ConfirmationLinkDesk(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    /// <summary>Links of an organisation that a list shows.</summary>
    public const int ListMaxLength = 20;

    /// <summary>Makes a link; one that nobody has answered yet ends by it.</summary>
    /// <param name="actor">A reviewer of the organisation's country.</param>
    /// <param name="organisationId">Of a public entry.</param>
    /// <param name="tokenHash">See <see cref="ConfirmationLink.TokenHash"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Done without a revision; NotFound, NotAllowed; AlreadyWaiting while an answer waits for review.</returns>
    public Task<EditResult> MakeAsync(Actor actor, Guid organisationId, string tokenHash, CancellationToken cancellationToken) =>
        ChangeAsync(actor, organisationId, async (session, state) =>
        {
            if (state.IsTakenDown)
            {
                return new EditResult.NotFound();
            }

            // Each answer is one more to review: one at a time of an organisation.
            if (await session.Db.Revisions.FirstOrDefaultAsync(revision => revision.SubjectKind == SubjectKind.Organisation && revision.SubjectId == organisationId && revision.State == RevisionState.Submitted && revision.Origin == RevisionOrigin.Suggestion, cancellationToken) is { } answer)
            {
                return new EditResult.AlreadyWaiting(RevisionSummary.From(answer));
            }

            foreach (var earlier in await OpenOf(session, organisationId).ToListAsync(cancellationToken))
            {
                earlier.RevokedAt = session.Now;
            }

            session.Db.Add(new ConfirmationLink { Id = Guid.NewGuid(), TokenHash = tokenHash, OrganisationId = organisationId, MakerId = actor.Id, MadeAt = session.Now, ExpiresAt = session.Now + ConfirmationLink.Lifetime });
            await session.SaveAsync(AuditAction.AnswerLinkMade, state, null);
            return new EditResult.Done(null, []);
        }, cancellationToken);

    /// <summary>Ends the link of an organisation that nobody has answered yet.</summary>
    /// <returns>Done without a revision; NotFound, NotAllowed; NothingChanged where there is none.</returns>
    public Task<EditResult> RevokeAsync(Actor actor, Guid organisationId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, organisationId, async (session, state) =>
        {
            if (await OpenOf(session, organisationId).ToListAsync(cancellationToken) is not { Count: > 0 } open)
            {
                return new EditResult.NothingChanged();
            }

            open.ForEach(link => link.RevokedAt = session.Now);
            await session.SaveAsync(AuditAction.AnswerLinkRevoked, state, null);
            return new EditResult.Done(null, []);
        }, cancellationToken);

    /// <summary>
    /// Ends what somebody made and nobody has answered yet, of organisations whose country they review no more: they may have kept the
    /// addresses. Inside a transaction of the caller's, who saves.
    /// </summary>
    /// <param name="db">Where.</param>
    /// <param name="makerId">Whose links.</param>
    /// <param name="stillReviews">Countries that they still review; none for somebody who is shut out.</param>
    /// <param name="actorId">Who took it away from them; null for the program.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task EndThoseOfAsync(DirectoryDb db, Guid makerId, IReadOnlyCollection<Guid> stillReviews, Guid? actorId, DateTime now, CancellationToken cancellationToken)
    {
        var ended = await Open(db, now)
            .Where(link => link.MakerId == makerId && !db.Organisations.Any(organisation => organisation.Id == link.OrganisationId && stillReviews.Contains(organisation.CountryId)))
            .OrderBy(link => link.MadeAt).ThenBy(link => link.Id).ToListAsync(cancellationToken);
        foreach (var link in ended)
        {
            link.RevokedAt = now;
            await AuditLog.AppendAsync(db, now, actorId, AuditAction.AnswerLinkRevoked, AuditSubject.Organisation, link.OrganisationId, null, "", cancellationToken);
        }
    }

    /// <summary>Links of an organisation, the latest first; null for whoever is no reviewer of its country.</summary>
    public async Task<ImmutableArray<ConfirmationLink>?> ListAsync(Actor actor, Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var country = await db.Organisations.Where(organisation => organisation.Id == organisationId).Select(organisation => (Guid?)organisation.CountryId).SingleOrDefaultAsync(cancellationToken);
        return actor.MayPublish(new Subject(SubjectKind.Organisation, organisationId), country)
            ? [.. await db.ConfirmationLinks.AsNoTracking().Where(link => link.OrganisationId == organisationId).OrderByDescending(link => link.MadeAt).Take(ListMaxLength).ToListAsync(cancellationToken)]
            : null;
    }

    /// <summary>What whoever opened a link sees: the entry as it is public. Changes nothing; null where the link cannot be used.</summary>
    public async Task<OrganisationDraft?> OpenAsync(string tokenHash, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var session = new EditingSession(db, Nobody, time.GetUtcNow().UtcDateTime, cancellationToken);
        return await FindAsync(session, tokenHash) is var (_, state) ? (OrganisationDraft)state.Published! : null;
    }

    /// <summary>
    /// Hands in what an organisation said, as a proposal that waits for a reviewer: nothing that the public sees changes by it. The
    /// link is used up.
    /// </summary>
    /// <remarks>
    /// The link itself and the reviewer who made it are its contributors. So the reviewer, who could have opened the link as well, does
    /// not approve a number that came by it.
    /// </remarks>
    public async Task<LinkOutcome> AnswerAsync(string tokenHash, LinkAnswer answer, CancellationToken cancellationToken)
    {
        var outcome = LinkOutcome.Unusable;
        await EditingSession.RunAsync(databases, time, Nobody, async session =>
        {
            if (await FindAsync(session, tokenHash) is not var (link, state))
            {
                return new EditResult.NotFound();
            }

            var published = (OrganisationDraft)state.Published!;
            outcome = await ProposeAsync(session, link, state, published, answer);
            return outcome == LinkOutcome.Sent ? new EditResult.Done(null, []) : new EditResult.NothingChanged();
        }, cancellationToken);
        return outcome;
    }

    /// <summary>The link whose answer a revision is, also after it was put on top of another publication; null for every other revision.</summary>
    internal static async Task<ConfirmationLink?> AnsweredByAsync(DirectoryDb db, Revision revision, CancellationToken cancellationToken)
    {
        // A copy of an answer is none: that one may have been rejected.
        var contributors = revision.Origin == RevisionOrigin.Restore ? [] : revision.Contributors.ToList();
        // The latest, should there ever be two.
        return await db.ConfirmationLinks.AsNoTracking().Where(link => link.UsedAt != null && contributors.Contains(link.Id)).OrderByDescending(link => link.UsedAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Once a reviewer has accepted what came by a link: the contacts that were marked as right are confirmed by the organisation.</summary>
    internal static async Task AcceptAsync(EditingSession session, Revision revision, SubjectState state, OrganisationDraft published)
    {
        if (await AnsweredByAsync(session.Db, revision, session.Cancellation) is not { UsedAt: { } told } link)
        {
            return;
        }

        // An answer that was put on top of another publication can be accepted once more as it was sent.
        var known = await session.Db.Confirmations.Where(confirmation => confirmation.At == told && confirmation.How == ConfirmationMethod.Told).Select(confirmation => confirmation.ContactPointId).ToListAsync(session.Cancellation);
        var right = published.Contacts.Select(contact => contact.Id).Where(link.Right.Contains).Except(known).ToImmutableArray();
        if (!right.IsEmpty)
        {
            var name = published.Name.FirstOrDefault(text => text.Language == published.OwnLanguage)?.Text ?? published.Name[0].Text;
            await ConfirmationDesk.AddAsync(session.Db, right, new ConfirmedOrganisation(state.Subject.Id, state.CountryId!.Value, name, name, right), session.Actor.Id, ConfirmationMethod.Told, told, session.Now, session.Cancellation);
        }
    }

    private static Actor Nobody => new(Guid.Empty, false, ImmutableHashSet<Guid>.Empty, ImmutableHashSet<Guid>.Empty);

    private static async Task<LinkOutcome> ProposeAsync(EditingSession session, ConfirmationLink link, SubjectState state, OrganisationDraft published, LinkAnswer answer)
    {
        var there = published.Contacts.Select(contact => contact.Id).ToHashSet();
        if (!answer.Right.Concat(answer.Wrong).Concat(answer.Corrections.Keys).All(there.Contains))
        {
            return LinkOutcome.Changed;
        }

        var draft = published with { Contacts = [.. published.Contacts.Select(contact => answer.Corrections.GetValueOrDefault(contact.Id) is { } value ? contact with { Value = value } : contact)] };
        var known = await session.KnownAsync(state, draft);
        var settled = await session.SettleAsync(state, draft, published, known);
        if (!RevisionChanges.WhatCannotBeStored(settled, answer.Note).IsEmpty || DraftRules.Check(settled, published, known).Any(fault => fault.Path.StartsWith("Contacts", StringComparison.Ordinal)))
        {
            return LinkOutcome.Faulty;
        }

        var revision = await session.AddDraftAsync(state, settled, [link.MakerId, link.Id], RevisionOrigin.Suggestion, state.Version, (await session.PublishedAsync(state))?.Id, false);
        revision.State = RevisionState.Submitted;
        revision.SubmittedAt = session.Now;
        revision.Note = TextDraft.Stored(answer.Note);
        link.UsedAt = session.Now;
        link.RevisionId = revision.Id;
        link.Right = [.. answer.Right.Except(answer.Wrong).Except(answer.Corrections.Keys)];
        link.Wrong = [.. answer.Wrong.Union(answer.Corrections.Keys)];
        await AuditLog.AppendAsync(session.Db, session.Now, null, AuditAction.LinkAnswered, AuditSubject.Organisation, state.Subject.Id, revision.Id, AuditSeal.Add("", revision), session.Cancellation);
        await session.Db.SaveChangesAsync(session.Cancellation);
        return LinkOutcome.Sent;
    }

    private static async Task<(ConfirmationLink Link, SubjectState State)?> FindAsync(EditingSession session, string tokenHash)
    {
        if (await session.Db.ConfirmationLinks.SingleOrDefaultAsync(link => link.TokenHash == tokenHash, session.Cancellation) is not { } link || !link.IsOpen(session.Now))
        {
            return null;
        }

        var state = await session.StateAsync(new Subject(SubjectKind.Organisation, link.OrganisationId), null);
        return state.Published is null || state.IsTakenDown || !await EditingSession.MayStillAsync(session.Db, MakerOf(link, state), session.Cancellation) ? null : (link, state);
    }

    // It was made in their name: with what they lose, it ends, also where nobody ended it.
    private static Actor MakerOf(ConfirmationLink link, SubjectState state) => new(link.MakerId, false, ImmutableHashSet.Create(state.CountryId!.Value), ImmutableHashSet<Guid>.Empty);

    private static IQueryable<ConfirmationLink> OpenOf(EditingSession session, Guid organisationId) => Open(session.Db, session.Now).Where(link => link.OrganisationId == organisationId);

    private static IQueryable<ConfirmationLink> Open(DirectoryDb db, DateTime now) => db.ConfirmationLinks.Where(link => link.UsedAt == null && link.RevokedAt == null && link.ExpiresAt > now);

    private Task<EditResult> ChangeAsync(Actor actor, Guid organisationId, Func<EditingSession, SubjectState, Task<EditResult>> change, CancellationToken cancellationToken) =>
        EditingSession.RunAsync(databases, time, actor, async session => await session.StateAsync(new Subject(SubjectKind.Organisation, organisationId), null) switch
        {
            { Published: null } => new EditResult.NotFound(),
            var state when !actor.MayRead(state.Subject, state.CountryId) => new EditResult.NotFound(),
            var state when !actor.MayPublish(state.Subject, state.CountryId) => new EditResult.NotAllowed(),
            var state => await change(session, state),
        }, cancellationToken);
}
