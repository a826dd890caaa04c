using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing;

/// <summary>Hands in many changes of organisations with few questions to the database, since others wait to write meanwhile.</summary>
internal static class BulkProposals
{
    private const string Detail = "Import";

    /// <summary>Adds submitted revisions, each with its audit entry, to what the session's database saves next. Call it in a transaction.</summary>
    /// <returns>For each proposal, in order: what became of it, and its revision.</returns>
    public static async Task<List<(ImportOutcome Outcome, Guid? RevisionId)>> AddAsync(EditingSession session, IReadOnlyList<Proposal> proposals)
    {
        var ids = proposals.Select(proposal => proposal.OrganisationId).ToList();
        var versions = await session.Db.Organisations.Where(organisation => ids.Contains(organisation.Id))
            .Select(organisation => new { organisation.Id, organisation.Version }).ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Version, session.Cancellation);
        var revisions = (await session.Db.Revisions.Where(revision => revision.SubjectKind == SubjectKind.Organisation && ids.Contains(revision.SubjectId))
            .Select(revision => new { revision.SubjectId, revision.Id, revision.Number, revision.State, Waiting = revision.State == RevisionState.Submitted ? revision.Snapshot : null })
            .ToListAsync(session.Cancellation)).ToLookup(revision => revision.SubjectId);
        var author = session.Actor.Id;
        var own = (await session.Db.Revisions.Where(revision => revision.SubjectKind == SubjectKind.Organisation && ids.Contains(revision.SubjectId) && revision.State == RevisionState.Submitted
            && revision.AuthorId == author && revision.Origin != RevisionOrigin.Suggestion).ToListAsync(session.Cancellation)).ToLookup(revision => revision.SubjectId);
        List<(ImportOutcome, Guid?)> outcomes = [];
        foreach (var proposal in proposals)
        {
            var all = revisions[proposal.OrganisationId].OrderBy(revision => revision.Number).ToList();
            var outcome = !session.Actor.MayEdit(new Subject(SubjectKind.Organisation, proposal.OrganisationId), proposal.CountryId) ? ImportOutcome.NotAllowed
                : await IsOvertakenAsync(session, proposal, versions) ? ImportOutcome.Overtaken
                : all.Exists(revision => revision.Waiting == proposal.Snapshot) ? ImportOutcome.AlreadyProposed
                : own[proposal.OrganisationId].Any(revision => revision.Origin != RevisionOrigin.Import) ? ImportOutcome.OwnWaits
                : ImportOutcome.Proposed;
            if (outcome == ImportOutcome.Proposed)
            {
                await ReplaceAsync(session, own[proposal.OrganisationId]);
            }

            outcomes.Add((outcome, outcome == ImportOutcome.Proposed
                ? await AddAsync(session, proposal, all.LastOrDefault()?.Number ?? 0, all.LastOrDefault(revision => revision.State == RevisionState.Published)?.Id)
                : null));
        }

        return outcomes;
    }

    /// <summary>
    /// Withdraws what was handed in and nobody has decided about, and hands in again what it had taken the place of. Call it in a transaction.
    /// </summary>
    /// <returns>What is withdrawn; what somebody decided about stays.</returns>
    public static async Task<HashSet<Guid>> TakeBackAsync(EditingSession session, IReadOnlyCollection<Guid> revisionIds)
    {
        var waiting = await session.Db.Revisions.Where(revision => revisionIds.Contains(revision.Id) && revision.State == RevisionState.Submitted).ToListAsync(session.Cancellation);
        var subjects = waiting.ConvertAll(revision => revision.SubjectId);
        var author = session.Actor.Id;
        var all = session.Db.Revisions.Where(revision => revision.SubjectKind == SubjectKind.Organisation && subjects.Contains(revision.SubjectId));
        var numbers = await all.GroupBy(revision => revision.SubjectId).Select(subject => new { subject.Key, Last = subject.Max(revision => revision.Number) })
            .ToDictionaryAsync(subject => subject.Key, subject => subject.Last, session.Cancellation);
        var withdrawn = (await all.Where(revision => revision.State == RevisionState.Withdrawn && revision.Origin == RevisionOrigin.Import && revision.AuthorId == author)
            .ToListAsync(session.Cancellation)).ToLookup(revision => (revision.SubjectId, revision.DecidedAt));
        foreach (var revision in waiting)
        {
            await WithdrawAsync(session, revision);
            var subject = new Subject(SubjectKind.Organisation, revision.SubjectId);
            foreach (var replaced in withdrawn[(revision.SubjectId, revision.SubmittedAt)].Where(replaced => session.Actor.MayEdit(subject, replaced.CountryId)))
            {
                var again = session.Make(SubjectState.New(subject, replaced.CountryId), ++numbers[revision.SubjectId], replaced.Snapshot, replaced.Contributors, RevisionOrigin.Import, RevisionState.Submitted, replaced.BaseVersion, replaced.BaseRevisionId);
                again.SubmittedAt = session.Now;
                again.Note = replaced.Note;
                session.Db.Add(again);
                await LogAsync(session, AuditAction.Submitted, again);
            }
        }

        return [.. waiting.Select(revision => revision.Id)];
    }

    // A file says all of an organisation: the later one stands for the earlier one, which stays in the history.
    private static async Task ReplaceAsync(EditingSession session, IEnumerable<Revision> earlier)
    {
        foreach (var revision in earlier)
        {
            await WithdrawAsync(session, revision);
        }
    }

    private static Task WithdrawAsync(EditingSession session, Revision revision)
    {
        revision.Withdraw(session);
        return LogAsync(session, AuditAction.Withdrawn, revision);
    }

    private static Task LogAsync(EditingSession session, AuditAction action, Revision revision) =>
        AuditLog.AppendAsync(session.Db, session.Now, session.Actor.Id, action, AuditSubject.Organisation, revision.SubjectId, revision.Id, AuditSeal.Add(Detail, revision), session.Cancellation);

    private static async Task<bool> IsOvertakenAsync(EditingSession session, Proposal proposal, Dictionary<Guid, Guid> versions) => proposal.BaseVersion is { } version
        ? !versions.TryGetValue(proposal.OrganisationId, out var now) || now != version
        : versions.ContainsKey(proposal.OrganisationId) || (Slug.TryParse(((OrganisationDraft)DraftJson.Read(proposal.Snapshot)).Slug, out var slug)
            && await session.Db.Organisations.AnyAsync(organisation => organisation.CountryId == proposal.CountryId && organisation.Slug == slug, session.Cancellation));

    private static async Task<Guid> AddAsync(EditingSession session, Proposal proposal, int lastNumber, Guid? published)
    {
        var state = SubjectState.New(new Subject(SubjectKind.Organisation, proposal.OrganisationId), proposal.CountryId);
        if (published is null && proposal.BaseSnapshot is { } before)
        {
            lastNumber++;
            var first = session.Make(state, lastNumber, before, [], RevisionOrigin.Loaded, RevisionState.Published, null, null);
            first.DecidedAt = session.Now;
            first.AppliedVersion = proposal.BaseVersion;
            session.Db.Add(first);
            published = first.Id;
        }

        var revision = session.Make(state, lastNumber + 1, proposal.Snapshot, [session.Actor.Id], RevisionOrigin.Import, RevisionState.Submitted, proposal.BaseVersion, proposal.BaseVersion is null ? null : published);
        revision.SubmittedAt = session.Now;
        revision.Note = proposal.Note;
        session.Db.Add(revision);
        await LogAsync(session, AuditAction.Submitted, revision);
        return revision.Id;
    }
}
