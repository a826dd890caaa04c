using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Dashboard;

/// <summary>Reads what waits for somebody.</summary>
public sealed class WorkReader(ReviewDesk reviews, RevisionArchive archive, EntryArchive entries, Reader reader, Texts texts)
{
    public async Task<Work> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var own = await archive.OwnAsync(actor, cancellationToken);
        var decides = actor.IsAdministrator || actor.ReviewsCountries.Count > 0;
        return new Work(
            decides ? (await reviews.QueueAsync(actor, cancellationToken)).Count(revision => !revision.Contributors.Contains(actor.Id)) : null,
            [.. own.Where(revision => revision.State == RevisionState.Draft).Select(revision => Line(revision, EditingLinks.Draft(revision.Id)))],
            [.. own.Where(revision => revision.State == RevisionState.Submitted).Select(revision => Line(revision, EditingLinks.Sent(revision.Id)))],
            await RejectedAsync(actor, own.Where(revision => revision.State == RevisionState.Rejected), cancellationToken),
            [.. (await entries.ListAsync(actor, cancellationToken)).Where(entry => entry.TakenDown is not null).Select(entry => new WorkLine(EntryWords.Name(entry, reader, texts), new Moment(entry.TakenDown!.Value, reader, texts), null, EditingLinks.Edit(new Subject(SubjectKind.Organisation, entry.Id))))]);
    }

    // Whoever wrote another one of the same since then knows of it.
    private async Task<List<WorkLine>> RejectedAsync(Actor actor, IEnumerable<RevisionSummary> rejected, CancellationToken cancellationToken)
    {
        List<WorkLine> lines = [];
        foreach (var revision in rejected)
        {
            var history = await archive.HistoryAsync(actor, revision.Subject, cancellationToken) ?? [];
            if (!history.Any(later => later.Number > revision.Number && later.AuthorId == actor.Id))
            {
                lines.Add(Line(revision, EditingLinks.Sent(revision.Id)));
            }
        }

        return lines;
    }

    private WorkLine Line(RevisionSummary revision, string href) =>
        new(SubjectNames.Of(revision, reader, texts), texts.Html($"Admin.Kind.{revision.Subject.Kind}"), revision.Reason, href);
}
