using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Previews;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.History;

/// <summary>Reads what the pages of a history show.</summary>
public sealed class HistoryPages(RevisionArchive archive, DraftChoicesReader choices, TakeDowns takeDowns, StaffNames staff, Reader reader, Texts texts)
{
    /// <summary>Null where there is no such subject, or the actor may not know of it.</summary>
    public async Task<HistoryPage?> FindAsync(Actor actor, Subject subject, int? from, CancellationToken cancellationToken)
    {
        // One more than the page shows tells whether there are older ones.
        if (await archive.HistoryAsync(actor, subject, from, HistoryPage.Length + 1, cancellationToken) is not { } read)
        {
            return null;
        }

        var (revisions, older) = (read.Take(HistoryPage.Length).ToImmutableArray(), read.ElementAtOrDefault(HistoryPage.Length));
        // Each stands on the page of the revision that it came after.
        var takenDown = (await takeDowns.ListAsync(actor, subject, cancellationToken))
            .Where(takeDown => (from is null || (!revisions.IsEmpty && takeDown.When < revisions[0].CreatedAt)) && (older is null || takeDown.When >= older.CreatedAt));
        var names = await staff.ReadAsync(revisions.SelectMany(RevisionView.PeopleOf), cancellationToken);
        var title = revisions.IsEmpty ? SubjectNames.Of(reader, texts).GetValueOrDefault(subject.Id, "") : SubjectNames.Of(revisions[0], reader, texts).Text;
        return new HistoryPage
        {
            Title = texts["Admin.History.Of", title],
            Kind = texts[$"Admin.Kind.{subject.Kind}"],
            Lines = HistoryLine.Of(revisions, takenDown, names, reader, texts),
            OlderHref = older is null ? null : EditingLinks.HistoryFrom(subject, older.Number),
            LatestHref = from is null ? null : EditingLinks.History(subject),
            EditHref = EditingLinks.Edit(subject),
        };
    }

    /// <summary>Null where there is none, or the actor may not know of it.</summary>
    public async Task<PastRevisionPage?> FindRevisionAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (await archive.FindAsync(actor, id, cancellationToken) is not { } details)
        {
            return null;
        }

        var revision = details.Summary;
        var before = await archive.PublishedBeforeAsync(actor, id, cancellationToken);
        var old = before?.Draft;
        var names = new FieldNames(texts, await choices.ReadAsync(revision.CountryId, cancellationToken), reader.Language.Tag);
        return new PastRevisionPage
        {
            Title = texts["Admin.History.Revision", revision.Number, SubjectNames.Of(revision, reader, texts).Text],
            Revision = RevisionView.From(revision, await staff.ReadAsync(RevisionView.PeopleOf(revision), cancellationToken), reader, texts),
            Before = before?.Number,
            Changes = ChangeList.From(DraftDifference.Between(old, details.Draft), old, details.Draft, names, texts),
            Preview = StepPreview.From(details.Draft, reader),
            OpenHref = OpenHref(revision, actor),
            MayRestore = revision.State is RevisionState.Published or RevisionState.Rejected or RevisionState.Withdrawn && !details.Differences.IsEmpty,
        };
    }

    private static string? OpenHref(RevisionSummary revision, Actor actor) => revision.State switch
    {
        RevisionState.Draft => revision.AuthorId == actor.Id ? EditingLinks.Draft(revision.Id) : null,
        RevisionState.Submitted => EditingLinks.Review(revision.Id),
        RevisionState.Published or RevisionState.Rejected or RevisionState.Withdrawn => null,
    };
}
