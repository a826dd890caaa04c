using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing;

/// <summary>Reads revisions. Changes nothing.</summary>
public sealed class RevisionArchive(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    /// <summary>Revisions a list of one's own shows at most.</summary>
    public const int MaxLength = 200;

    /// <summary>
    /// Revisions of a subject, the latest first. Empty where an entry stands as it was loaded: its first revision is written
    /// when it is first edited. Null where there is nothing of that kind and id, or the actor may not know of it.
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="subject">Of what.</param>
    /// <param name="from">Number of the first; null for the latest.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ImmutableArray<RevisionSummary>?> HistoryAsync(Actor actor, Subject subject, int? from, int take, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var revisions = await db.Revisions.AsNoTracking().Where(revision => revision.SubjectKind == subject.Kind && revision.SubjectId == subject.Id && (from == null || revision.Number <= from))
            .OrderByDescending(revision => revision.Number).Take(take).ToListAsync(cancellationToken);
        var state = await Session(db, actor, cancellationToken).StateAsync(subject, revisions.FirstOrDefault()?.CountryId);
        return (state.Entity is null && revisions.Count == 0) || !actor.MayRead(subject, state.CountryId) ? null : [.. revisions.Select(RevisionSummary.From)];
    }

    /// <summary>
    /// The actor's own revisions that are not decided, and those that were rejected and about whose subject they have written nothing
    /// since; the latest first.
    /// </summary>
    public async Task<ImmutableArray<RevisionSummary>> OwnAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ListAsync(Own(db, actor), cancellationToken);
    }

    /// <summary>The same of some kinds of subjects, and what others have sent about them for the actor to decide; the latest first.</summary>
    public async Task<ImmutableArray<RevisionSummary>> OpenAsync(Actor actor, IReadOnlyList<SubjectKind> kinds, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = Own(db, actor).Where(revision => kinds.Contains(revision.SubjectKind)).Select(revision => revision.Id);
        var countries = actor.ReviewsCountries.Select(id => (Guid?)id).ToList();
        return await ListAsync(
            db.Revisions.Where(revision => own.Contains(revision.Id)
                || (kinds.Contains(revision.SubjectKind) && revision.State == RevisionState.Submitted && ((revision.CountryId == null && actor.IsAdministrator) || countries.Contains(revision.CountryId)))),
            cancellationToken);
    }

    /// <summary>The actor's revision of a subject that was rejected; null where they have written about it since, or none was.</summary>
    public async Task<RevisionSummary?> RejectedAsync(Actor actor, Subject subject, CancellationToken cancellationToken) =>
        await LastOwnAsync(actor, subject, cancellationToken) is { State: RevisionState.Rejected } last ? last : null;

    /// <summary>What the actor has written about a subject last, whatever became of it; null where they have not, or may not any more.</summary>
    public async Task<RevisionSummary?> LastOwnAsync(Actor actor, Subject subject, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var last = await db.Revisions.AsNoTracking()
            .Where(revision => revision.SubjectKind == subject.Kind && revision.SubjectId == subject.Id && revision.AuthorId == actor.Id)
            .OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(cancellationToken);
        return last is not null && actor.MayEdit(subject, last.CountryId) ? RevisionSummary.From(last) : null;
    }

    /// <summary>A revision with what it says and what publishing it would change; null where there is none, or the actor may not know of it.</summary>
    public async Task<RevisionDetails?> FindAsync(Actor actor, Guid revisionId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var session = Session(db, actor, cancellationToken);
        if (await session.FindAsync(revisionId) is not var (revision, state))
        {
            return null;
        }

        var draft = DraftJson.Read(revision.Snapshot);
        var isOpen = revision.State is RevisionState.Draft or RevisionState.Submitted;
        var isOvertaken = isOpen && revision.IsOvertaken(state, await session.LastPublishedAsync(state));
        var reasons = isOpen ? SecondPerson.Reasons(draft, state.Published, revision.BringsBack, await SubjectReader.HotlineTypesAsync(db, cancellationToken)) : [];
        var link = await ConfirmationLinkDesk.AnsweredByAsync(db, revision, cancellationToken);
        return new RevisionDetails(
            RevisionSummary.From(revision),
            draft,
            state.Published,
            DraftDifference.Between(state.Published, draft),
            isOpen ? DraftRules.Check(draft, state.Published, await session.KnownAsync(state, draft)) : [],
            reasons,
            isOvertaken,
            revision.State == RevisionState.Submitted && actor.MayPublish(state.Subject, state.CountryId) && (reasons.IsEmpty || !revision.Contributors.Contains(actor.Id)),
            isOvertaken && actor.MayEdit(state.Subject, state.CountryId) && (revision.AuthorId == actor.Id || (revision.State == RevisionState.Submitted && !await MayAuthorEditAsync(db, revision, state, cancellationToken))),
            link is null ? null : (link.Right, link.Wrong));
    }

    /// <summary>Number and content of what was published last before a revision was begun; null for the first, and where the actor may not know of it.</summary>
    public async Task<(int Number, SubjectDraft Draft)?> PublishedBeforeAsync(Actor actor, Guid revisionId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Session(db, actor, cancellationToken).FindAsync(revisionId) is var (revision, state)
            && await db.Revisions.Where(other => other.SubjectKind == state.Subject.Kind && other.SubjectId == state.Subject.Id && other.State == RevisionState.Published && other.Number < revision.Number)
                .OrderByDescending(other => other.Number).Select(other => new { other.Number, other.Snapshot }).FirstOrDefaultAsync(cancellationToken) is { } before
            ? (before.Number, DraftJson.Read(before.Snapshot))
            : null;
    }

    /// <summary>What one revision changed against another of the same subject; null where either is not to be found.</summary>
    public async Task<ImmutableArray<FieldDifference>?> CompareAsync(Actor actor, Guid beforeId, Guid afterId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var session = Session(db, actor, cancellationToken);
        return await session.FindAsync(beforeId) is var (before, state) && await session.FindAsync(afterId) is var (after, other) && state.Subject == other.Subject
            ? DraftDifference.Between(DraftJson.Read(before.Snapshot), DraftJson.Read(after.Snapshot))
            : null;
    }

    private static async Task<bool> MayAuthorEditAsync(DirectoryDb db, Revision revision, SubjectState state, CancellationToken cancellationToken) =>
        revision.AuthorId is { } id && await StaffActors.FindAsync(db, id, cancellationToken) is { } author && author.MayEdit(state.Subject, state.CountryId);

    private static IQueryable<Revision> Own(DirectoryDb db, Actor actor) => db.Revisions.Where(revision => revision.AuthorId == actor.Id
        && (revision.State == RevisionState.Draft || revision.State == RevisionState.Submitted
            || (revision.State == RevisionState.Rejected && !db.Revisions.Any(later => later.SubjectKind == revision.SubjectKind && later.SubjectId == revision.SubjectId && later.Number > revision.Number && later.AuthorId == actor.Id))));

    private static async Task<ImmutableArray<RevisionSummary>> ListAsync(IQueryable<Revision> revisions, CancellationToken cancellationToken) =>
        [.. (await revisions.AsNoTracking().OrderByDescending(revision => revision.CreatedAt).Take(MaxLength).ToListAsync(cancellationToken)).Select(RevisionSummary.From)];

    private EditingSession Session(DirectoryDb db, Actor actor, CancellationToken cancellationToken) => new(db, actor, time.GetUtcNow().UtcDateTime, cancellationToken);
}
