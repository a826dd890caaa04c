using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.EntryTasks;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Previews;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Review;

/// <summary>Reads what the pages of a reviewer show.</summary>
public sealed class ReviewPages(ReviewDesk desk, RevisionArchive archive, DraftChoicesReader choices, TakeDowns takeDowns, StaffNames staff, Reader reader, Texts texts)
{
    /// <summary>The field for the reason of a rejection.</summary>
    public const string Reason = "reason";

    /// <param name="actor">Who.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<QueuePage> QueueAsync(Actor actor, int page, CancellationToken cancellationToken)
    {
        // One more than the page shows tells whether there are others.
        var read = await desk.QueueAsync(actor, (page - 1) * QueuePage.Length, QueuePage.Length + 1, cancellationToken);
        var waiting = read.Take(QueuePage.Length).ToList();
        var names = await staff.ReadAsync(waiting.SelectMany(queued => RevisionView.PeopleOf(queued.Summary)), cancellationToken);
        var lines = waiting.ToLookup(queued => IsOwn(queued.Summary, actor), queued => QueueLine.From(queued, names, reader, texts));
        return new QueuePage
        {
            Title = texts["Admin.Review.Title"],
            Waiting = [.. lines[false]],
            Own = [.. lines[true]],
            EarlierHref = page > 1 ? EditingLinks.QueuePage(page - 1) : null,
            LaterHref = read.Length > QueuePage.Length ? EditingLinks.QueuePage(page + 1) : null,
        };
    }

    /// <summary>Null where there is none, or the actor may not know of it.</summary>
    public async Task<RevisionPage?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (await archive.FindAsync(actor, id, cancellationToken) is not { } details || details.Summary.State == RevisionState.Draft)
        {
            return null;
        }

        var isOpen = details.Summary.State == RevisionState.Submitted;
        var isOwn = IsOwn(details.Summary, actor);
        var isSuggestion = details.Summary.Origin == RevisionOrigin.Suggestion;
        var names = new FieldNames(texts, await choices.ReadAsync(details.Summary.CountryId, cancellationToken), reader.Language.Tag);
        return new RevisionPage
        {
            Title = texts["Admin.Review.Of", SubjectNames.Of(details.Summary, reader, texts).Text],
            Revision = RevisionView.From(details.Summary, await staff.ReadAsync(RevisionView.PeopleOf(details.Summary), cancellationToken), reader, texts),
            Changes = ChangeList.From(details.Differences, details.Published, details.Draft, names, texts),
            Marked = MarkedOf(details),
            TakenDown = await takeDowns.UndoneByAsync(actor, details.Summary, cancellationToken),
            Reasons = SecondPersonText.Of(details.Reasons, texts),
            IsOwn = isOwn,
            MayPublish = details.MayPublish && !details.IsOvertaken && details.Faults.IsEmpty,
            // Whoever made the link does not approve what came by it, but may refuse it.
            MayReject = !isOwn && (details.MayPublish || (isSuggestion && details.Summary.CountryId is { } country && actor.ReviewsCountries.Contains(country))),
            IsOpen = isOpen,
            IsOvertaken = details.IsOvertaken,
            MayRebase = details.MayRebase,
            Faults = [.. details.Faults.Select(fault => $"{names.FieldOf(fault.Path)}: {FieldFaults.TextOf(fault, texts)}")],
            Preview = StepPreview.From(details.Draft, reader),
            Original = details.Draft is StepTextDraft text ? StepPreview.OriginalOf(text, reader, texts) : null,
            Reason = ReasonField("", null),
        };
    }

    /// <summary>The page with a reason that was typed before.</summary>
    public RevisionPage WithReason(RevisionPage page, string reason) => page with { Problem = page.TakesReason ? texts["Staff.Form.BroughtBack"] : null, Reason = ReasonField(reason, null) };

    /// <summary>The page after a decision that was refused.</summary>
    public RevisionPage After(RevisionPage page, EditResult result, string reason) => result is EditResult.Faulty { Faults: [{ Path: "Reason" } fault, ..] }
        ? page with { Reason = ReasonField(reason, FieldFaults.TextOf(fault, texts)) }
        : page with { Problem = Refusal.SentenceOf(result, texts), Reason = ReasonField(reason, null) };

    /// <summary>Null where it is not decided, or the actor may not know of it.</summary>
    public async Task<DecidedPage?> FindDecidedAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await archive.FindAsync(actor, id, cancellationToken) is { Summary: { State: RevisionState.Published or RevisionState.Rejected } revision }
            ? DecidedPage.From(revision, (await desk.CountAsync(actor, cancellationToken)).All, reader, texts)
            : null;

    private static bool IsOwn(RevisionSummary revision, Actor actor) => revision.Origin != RevisionOrigin.Suggestion && revision.Contributors.Contains(actor.Id);

    private List<string> MarkedOf(RevisionDetails details)
    {
        var contacts = ((details.Published as OrganisationDraft)?.Contacts ?? []).Concat((details.Draft as OrganisationDraft)?.Contacts ?? []).DistinctBy(contact => contact.Id).ToList();
        return details.Marked is not var (right, wrong) ? [] : [.. Lines(right, "Admin.Review.MarkedRight"), .. Lines(wrong, "Admin.Review.MarkedWrong")];

        IEnumerable<string> Lines(IEnumerable<Guid> ids, string key) =>
            from contact in contacts
            where ids.Contains(contact.Id)
            select (string)texts[key, texts[$"Admin.ContactKind.{contact.Kind}"], ContactText.International(contact)];
    }

    private TextField ReasonField(string value, string? error) => new()
    {
        Name = Reason,
        Label = texts["Admin.Review.Reason"],
        Hint = texts["Admin.Review.ReasonHint"],
        Value = value,
        Error = error,
        Lines = 3,
        MaxLength = Revision.ReasonMaxLength,
    };
}
