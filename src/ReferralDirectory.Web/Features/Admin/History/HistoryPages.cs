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
    public async Task<HistoryPage?> FindAsync(Actor actor, Subject subject, CancellationToken cancellationToken)
    {
        if (await archive.HistoryAsync(actor, subject, cancellationToken) is not { } revisions)
        {
            return null;
        }

        var names = await staff.ReadAsync(revisions.SelectMany(RevisionView.PeopleOf), cancellationToken);
        var title = revisions.IsEmpty ? SubjectNames.Of(reader, texts).GetValueOrDefault(subject.Id, "") : SubjectNames.Of(revisions[0], reader, texts).Text;
        return new HistoryPage
        {
            Title = texts["Admin.History.Of", title],
            Kind = texts[$"Admin.Kind.{subject.Kind}"],
            Lines = HistoryLine.Of(revisions, await takeDowns.ListAsync(actor, subject, cancellationToken), names, reader, texts),
            EditHref = EditingLinks.Edit(subject),
        };
    }

    /// <summary>Null where there is none, or the actor may not know of it.</summary>
    public async Task<PastRevisionPage?> FindRevisionAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (await archive.FindAsync(actor, id, cancellationToken) is not { } details || await archive.HistoryAsync(actor, details.Summary.Subject, cancellationToken) is not { } history)
        {
            return null;
        }

        var revision = details.Summary;
        var before = history.FirstOrDefault(other => other.Number < revision.Number && other.State == RevisionState.Published);
        var old = before is null ? null : (await archive.FindAsync(actor, before.Id, cancellationToken))?.Draft;
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
