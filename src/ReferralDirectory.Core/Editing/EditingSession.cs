using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing;

/// <summary>
/// One operation on the database, in one transaction that holds the right to write from its start: what it reads stays true
/// until it is done. What was not saved with <see cref="SaveAsync"/> is forgotten. What an actor may do is looked up again there:
/// whoever lost it since their request began is not allowed.
/// </summary>
internal sealed class EditingSession(DirectoryDb db, Actor actor, DateTime now, CancellationToken cancellationToken)
{
    public DirectoryDb Db => db;

    public Actor Actor => actor;

    /// <summary>UTC.</summary>
    public DateTime Now => now;

    public CancellationToken Cancellation => cancellationToken;

    public static async Task<EditResult> RunAsync(IDbContextFactory<DirectoryDb> databases, TimeProvider time, Actor actor, Func<EditingSession, Task<EditResult>> work, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWritingAsync(cancellationToken);
        // It may have waited for others to finish writing.
        if (!await MayStillAsync(db, actor, cancellationToken))
        {
            return new EditResult.NotAllowed();
        }

        var result = await work(new EditingSession(db, actor, time.GetUtcNow().UtcDateTime, cancellationToken));
        if (result is EditResult.Done)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return result;
    }

    /// <summary>Writes the audit entry and everything else at once. A revision that is no draft any more is sealed by it.</summary>
    public async Task SaveAsync(AuditAction action, SubjectState state, Guid? revisionId, string detail = "")
    {
        if (RevisionSeal.StateAfter(action) is not (null or RevisionState.Draft))
        {
            detail = AuditSeal.Add(detail, db.Revisions.Local.Single(revision => revision.Id == revisionId));
        }

        await AuditLog.AppendAsync(db, now, actor.Id, action, state.AuditSubject, state.Subject.Id, revisionId, detail, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The subject as it is; or, where it is not there, as a new one of the country.</summary>
    public async Task<SubjectState> StateAsync(Subject subject, Guid? countryIfNew) =>
        await SubjectReader.FindAsync(db, subject, cancellationToken) ?? SubjectState.New(subject, countryIfNew);

    /// <summary>A revision and its subject; null where there is none, or the actor may not know of it.</summary>
    public async Task<(Revision Revision, SubjectState State)?> FindAsync(Guid revisionId)
    {
        if (await db.Revisions.SingleOrDefaultAsync(revision => revision.Id == revisionId, cancellationToken) is not { } revision)
        {
            return null;
        }

        var state = await StateAsync(new Subject(revision.SubjectKind, revision.SubjectId), revision.CountryId);
        return actor.MayRead(state.Subject, state.CountryId) ? (revision, state) : null;
    }

    /// <summary>The published revision that the subject stands at; null for a new entry.</summary>
    /// <remarks>
    /// A revision is only published on top of the one published before, so the one with the highest number is the last. An entry
    /// that came from the content files gets its first revision here.
    /// </remarks>
    public async Task<Revision?> PublishedAsync(SubjectState state)
    {
        var last = await LastPublishedAsync(state);
        if (last is not null || state.Published is null)
        {
            return last;
        }

        var first = Make(state, await NextNumberAsync(state), DraftJson.Write(state.Published), [], RevisionOrigin.Loaded, RevisionState.Published, null, null);
        first.DecidedAt = now;
        first.AppliedVersion = state.Version;
        db.Add(first);
        await db.SaveChangesAsync(cancellationToken);
        return first;
    }

    /// <summary>The same, without making one.</summary>
    public Task<Revision?> LastPublishedAsync(SubjectState state) =>
        db.Revisions.Where(revision => revision.SubjectKind == state.Subject.Kind && revision.SubjectId == state.Subject.Id && revision.State == RevisionState.Published)
            .OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The actor's latest draft of a subject; null where they have none.</summary>
    public Task<Revision?> OwnDraftAsync(Subject subject) =>
        db.Revisions.Where(revision => revision.SubjectKind == subject.Kind && revision.SubjectId == subject.Id && revision.State == RevisionState.Draft && revision.AuthorId == actor.Id)
            .OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A new draft of the actor's, or of nobody who is staff; not saved yet.</summary>
    public async Task<Revision> AddDraftAsync(SubjectState state, SubjectDraft draft, IEnumerable<Guid> contributors, RevisionOrigin origin, Guid? baseVersion, Guid? baseRevisionId, bool bringsBack)
    {
        var revision = Make(state, await NextNumberAsync(state), DraftJson.Write(draft), [.. (origin == RevisionOrigin.Suggestion ? contributors : contributors.Append(actor.Id)).Distinct()], origin, RevisionState.Draft, baseVersion, baseRevisionId, bringsBack);
        db.Add(revision);
        return revision;
    }

    public async Task<SubjectDraft> SettleAsync(SubjectState state, SubjectDraft draft, SubjectDraft? saved, KnownTerms known) =>
        new DraftSettling(state.Published, saved, known.CountryCode, await SubjectReader.OriginalOfStepAsync(db, draft, cancellationToken)).Settle(draft);

    public Task<KnownTerms> KnownAsync(SubjectState state, SubjectDraft draft) => SubjectReader.KnownAsync(db, state, draft, cancellationToken);

    public async Task<SubjectDraft?> SnapshotAsync(Guid? revisionId) =>
        await db.Revisions.Where(revision => revision.Id == revisionId).Select(revision => revision.Snapshot).SingleOrDefaultAsync(cancellationToken) is { } json ? DraftJson.Read(json) : null;

    /// <summary>Inside a transaction that writes: true where an actor may still do all that they could when their request began.</summary>
    /// <remarks>The program, and whoever answers by a link, are no members of staff: they hold what they were given.</remarks>
    public static async Task<bool> MayStillAsync(DirectoryDb db, Actor actor, CancellationToken cancellationToken) =>
        actor.StaffId is not { } id
        || (await StaffActors.FindAsync(db, id, cancellationToken) is { } now
            && (!actor.IsAdministrator || now.IsAdministrator)
            && actor.ReviewsCountries.IsSubsetOf(now.ReviewsCountries)
            && actor.EditsOrganisations.IsSubsetOf(now.EditsOrganisations));

    private async Task<int> NextNumberAsync(SubjectState state) =>
        1 + await db.Revisions.Where(revision => revision.SubjectKind == state.Subject.Kind && revision.SubjectId == state.Subject.Id).MaxAsync(revision => (int?)revision.Number, cancellationToken) ?? 1;

    /// <summary>A revision that is not added yet; <paramref name="snapshot"/> is a draft as JSON.</summary>
    public Revision Make(SubjectState state, int number, string snapshot, ImmutableArray<Guid> contributors, RevisionOrigin origin, RevisionState revisionState, Guid? baseVersion, Guid? baseRevisionId, bool bringsBack = false) => new()
    {
        Id = Guid.NewGuid(),
        SubjectKind = state.Subject.Kind,
        SubjectId = state.Subject.Id,
        CountryId = state.CountryId,
        Number = number,
        State = revisionState,
        AuthorId = origin is RevisionOrigin.Loaded or RevisionOrigin.Suggestion ? null : actor.StaffId,
        Contributors = contributors,
        Origin = origin,
        Note = "",
        CreatedAt = now,
        BaseVersion = baseVersion,
        BaseRevisionId = baseRevisionId,
        BringsBack = bringsBack,
        Snapshot = snapshot,
        Version = Guid.NewGuid(),
    };
}
