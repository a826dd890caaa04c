using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Dashboard;

/// <summary>Reads what waits for somebody.</summary>
public sealed class WorkReader(ReviewDesk reviews, RevisionArchive archive, EntryArchive entries, ImportArchive imports, Reader reader, Texts texts)
{
    public async Task<Work> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        // Everybody comes by here after signing in.
        await imports.ResumeAsync(cancellationToken);
        var own = await archive.OwnAsync(actor, cancellationToken);
        var decides = actor.IsAdministrator || actor.ReviewsCountries.Count > 0;
        return new Work(
            decides ? (await reviews.CountAsync(actor, cancellationToken)).OfOthers : null,
            [.. own.Where(revision => revision.State == RevisionState.Draft).Select(revision => Line(revision, EditingLinks.Draft(revision.Id)))],
            [.. own.Where(revision => revision.State == RevisionState.Submitted).Select(revision => Line(revision, EditingLinks.Sent(revision.Id)))],
            [.. own.Where(revision => revision.State == RevisionState.Rejected).Select(revision => Line(revision, EditingLinks.Sent(revision.Id)))],
            [.. (await entries.ListAsync(actor, cancellationToken)).Where(entry => entry.TakenDown is not null).Select(entry => new WorkLine(EntryWords.Name(entry, reader, texts), new Moment(entry.TakenDown!.Value, reader, texts), null, EditingLinks.Edit(new Subject(SubjectKind.Organisation, entry.Id))))]);
    }

    private WorkLine Line(RevisionSummary revision, string href) =>
        new(SubjectNames.Of(revision, reader, texts), texts.Html($"Admin.Kind.{revision.Subject.Kind}"), revision.Reason, href);
}
