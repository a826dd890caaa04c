using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Previews;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Drafts;

/// <summary>Reads what the pages of a draft's author show.</summary>
public sealed class DraftPages(RevisionArchive archive, DraftChoicesReader choices, TakeDowns takeDowns, Rejections rejections, StaffNames staff, Reader reader, Texts texts)
{
    /// <summary>The field for the note.</summary>
    public const string Note = "note";

    /// <summary>Null where it is no draft of the actor's.</summary>
    public async Task<DraftPage?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (await OwnAsync(actor, id, cancellationToken) is not { Summary: { State: RevisionState.Draft } revision } details)
        {
            return null;
        }

        var names = new FieldNames(texts, await choices.ReadAsync(revision.CountryId, cancellationToken), reader.Language.Tag);
        return new DraftPage
        {
            Title = texts["Admin.Draft.Check"],
            Revision = await ViewAsync(revision, cancellationToken),
            Changes = ChangeList.From(details.Differences, details.Published, details.Draft, names, texts),
            Reasons = SecondPersonText.Of(details.Reasons, texts),
            MayPublishAlone = details.Reasons.IsEmpty && IsReviewer(actor, revision),
            Faults = [.. details.Faults.Select(fault => new FaultLine(TextOf(fault, names, texts), EditHrefOf(revision.Subject, fault)))],
            IsOvertaken = details.IsOvertaken,
            Preview = StepPreview.From(details.Draft, reader),
            TakenDown = await takeDowns.UndoneByAsync(actor, revision, cancellationToken),
            EditHref = EditingLinks.Edit(revision.Subject),
            Note = NoteField(revision.Note, null),
        };
    }

    /// <summary>The page with a note that was typed before.</summary>
    public DraftPage WithNote(DraftPage page, string note) => page with { Problem = page.MaySend ? texts["Staff.Form.BroughtBack"] : null, Note = NoteField(note, null) };

    /// <summary>The page after something that was refused.</summary>
    public DraftPage After(DraftPage page, EditResult result, string? note) => result is EditResult.Faulty { Faults: [{ Path: "Note" } fault, ..] }
        ? page with { Note = NoteField(note ?? "", FieldFaults.TextOf(fault, texts)) }
        : page with { Problem = Refusal.SentenceOf(result, texts), WaitingHref = result is EditResult.AlreadyWaiting waiting ? EditingLinks.Sent(waiting.Earlier.Id) : null, Note = note is null ? page.Note : NoteField(note, null) };

    /// <summary>Null where it is not the actor's, or still a draft.</summary>
    public async Task<SentPage?> FindSentAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await OwnAsync(actor, id, cancellationToken) is { Summary.State: not RevisionState.Draft } details
            ? SentPage.From(details, new FieldNames(texts, await choices.ReadAsync(details.Summary.CountryId, cancellationToken), reader.Language.Tag), reader, texts) with { Rejected = await rejections.FindAsync(actor, details.Summary.Subject, cancellationToken) is { } rejected && rejected.Id == id ? rejected : null }
            : null;

    /// <summary>What became of a draft that was sent or given up elsewhere, with a note that was typed for it; null where that is not lost.</summary>
    public async Task<SentPage?> FindSentAsync(Actor actor, Guid id, string note, CancellationToken cancellationToken) =>
        await OwnAsync(actor, id, cancellationToken) is { Summary: var revision } && !PostedForm.IsSame(note, revision.Note) && NoteField(note, null).ToCopy() is { Count: > 0 } copy && await FindSentAsync(actor, id, cancellationToken) is { } page
            ? page with { ToCopy = copy }
            : null;

    /// <summary>Where a revision is to be found now; null where there is none, or the actor may not know of it.</summary>
    public async Task<string?> WhereAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await archive.FindAsync(actor, id, cancellationToken) is not { Summary: { } revision } ? null
        : revision.AuthorId != actor.Id ? EditingLinks.Revision(id)
        : revision.State == RevisionState.Draft ? EditingLinks.Draft(id)
        : EditingLinks.Sent(id);

    /// <summary>Null where there is nothing to give up.</summary>
    public async Task<WithdrawPage?> FindToWithdrawAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await OwnAsync(actor, id, cancellationToken) is { Summary: { State: RevisionState.Draft or RevisionState.Submitted } revision }
            ? new WithdrawPage
            {
                Title = texts["Admin.Withdraw.Title"],
                Revision = await ViewAsync(revision, cancellationToken),
                BackHref = revision.State == RevisionState.Draft ? EditingLinks.Draft(id) : EditingLinks.Sent(id),
            }
            : null;

    /// <summary>A fault with the name of its field.</summary>
    public static string TextOf(DraftFault fault, FieldNames names, Texts texts) => $"{names.FieldOf(fault.Path)}: {FieldFaults.TextOf(fault, texts)}";

    private async Task<RevisionDetails?> OwnAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await archive.FindAsync(actor, id, cancellationToken) is { } details && details.Summary.AuthorId == actor.Id ? details : null;

    private async Task<RevisionView> ViewAsync(RevisionSummary revision, CancellationToken cancellationToken) =>
        RevisionView.From(revision, await staff.ReadAsync(RevisionView.PeopleOf(revision), cancellationToken), reader, texts);

    // Only which button is shown: Core decides again.
    private static bool IsReviewer(Actor actor, RevisionSummary revision) =>
        revision.CountryId is { } country ? actor.ReviewsCountries.Contains(country) : actor.IsAdministrator;

    // At the field itself, where the form has several pages.
    private static string EditHrefOf(Subject subject, DraftFault fault) =>
        subject.Kind == SubjectKind.Organisation ? TaskList.HrefOf(subject.Id, fault) : EditingLinks.Edit(subject);

    private TextField NoteField(string value, string? error) => new()
    {
        Name = Note,
        Label = texts["Admin.Draft.Note"],
        Hint = texts["Admin.Draft.NoteHint"],
        Value = value,
        Error = error,
        Lines = 2,
        MaxLength = Revision.NoteMaxLength,
    };
}
