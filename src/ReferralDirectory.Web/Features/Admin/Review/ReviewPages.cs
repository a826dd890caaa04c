using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Differences;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Previews;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Review;

/// <summary>Reads what the pages of a reviewer show.</summary>
public sealed class ReviewPages(ReviewDesk desk, RevisionArchive archive, DraftChoicesReader choices, StaffNames staff, Reader reader, Texts texts)
{
    /// <summary>The field for the reason of a rejection.</summary>
    public const string Reason = "reason";

    public async Task<QueuePage> QueueAsync(Actor actor, CancellationToken cancellationToken)
    {
        List<RevisionDetails> waiting = [];
        foreach (var revision in await desk.QueueAsync(actor, cancellationToken))
        {
            // Gone meanwhile: then it does not wait.
            waiting.AddRange(await archive.FindAsync(actor, revision.Id, cancellationToken) is { } details ? [details] : Array.Empty<RevisionDetails>());
        }

        var names = await staff.ReadAsync(waiting.SelectMany(details => RevisionView.PeopleOf(details.Summary)), cancellationToken);
        var lines = waiting.ToLookup(details => IsOwn(details, actor), details => QueueLine.From(details, names, texts));
        return new QueuePage { Title = texts["Admin.Review.Title"], Waiting = [.. lines[false]], Own = [.. lines[true]] };
    }

    /// <summary>Null where there is none, or the actor may not know of it.</summary>
    public async Task<RevisionPage?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (await archive.FindAsync(actor, id, cancellationToken) is not { } details || details.Summary.State == RevisionState.Draft)
        {
            return null;
        }

        var isOpen = details.Summary.State == RevisionState.Submitted;
        var isOwn = IsOwn(details, actor);
        var isSuggestion = details.Summary.Origin == RevisionOrigin.Suggestion;
        var names = new FieldNames(texts, await choices.ReadAsync(details.Summary.CountryId, cancellationToken), reader.Language.Tag);
        return new RevisionPage
        {
            Title = texts["Admin.Review.Of", details.Summary.Title],
            Revision = RevisionView.From(details.Summary, await staff.ReadAsync(RevisionView.PeopleOf(details.Summary), cancellationToken), texts),
            Changes = ChangeList.From(details.Differences, details.Published, details.Draft, names, texts),
            Marked = MarkedOf(details),
            Reasons = SecondPersonText.Of(details.Reasons, texts),
            IsOwn = isOwn,
            MayPublish = details.MayPublish && !details.IsOvertaken && details.Faults.IsEmpty,
            // Whoever made the link does not approve what came by it, but may refuse it.
            MayReject = !isOwn && (details.MayPublish || (isSuggestion && details.Summary.CountryId is { } country && actor.ReviewsCountries.Contains(country))),
            IsOpen = isOpen,
            IsOvertaken = details.IsOvertaken,
            Faults = [.. details.Faults.Select(fault => $"{names.FieldOf(fault.Path)}: {FieldFaults.TextOf(fault, texts)}")],
            Preview = StepPreview.From(details.Draft, reader),
            Reason = ReasonField("", null),
        };
    }

    /// <summary>The page with a reason that was typed before.</summary>
    public RevisionPage WithReason(RevisionPage page, string reason) => page with { Problem = texts["Staff.Form.BroughtBack"], Reason = ReasonField(reason, null) };

    /// <summary>The page after a decision that was refused.</summary>
    public RevisionPage After(RevisionPage page, EditResult result, string reason) => result is EditResult.Faulty { Faults: [{ Path: "Reason" } fault, ..] }
        ? page with { Reason = ReasonField(reason, FieldFaults.TextOf(fault, texts)) }
        : page with { Problem = Refusal.SentenceOf(result, texts), Reason = ReasonField(reason, null) };

    /// <summary>Null where it is not decided, or the actor may not know of it.</summary>
    public async Task<DecidedPage?> FindDecidedAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await archive.FindAsync(actor, id, cancellationToken) is { Summary: { State: RevisionState.Published or RevisionState.Rejected } revision }
            ? DecidedPage.From(revision, (await desk.QueueAsync(actor, cancellationToken)).Length, reader, texts)
            : null;

    private static bool IsOwn(RevisionDetails details, Actor actor) => details.Summary.Origin != RevisionOrigin.Suggestion && details.Summary.Contributors.Contains(actor.Id);

    private List<string> MarkedOf(RevisionDetails details)
    {
        var contacts = ((details.Published as OrganisationDraft)?.Contacts ?? []).Concat((details.Draft as OrganisationDraft)?.Contacts ?? []).DistinctBy(contact => contact.Id).ToList();
        return details.Marked is not var (right, wrong) ? [] : [.. Lines(right, "Admin.Review.MarkedRight"), .. Lines(wrong, "Admin.Review.MarkedWrong")];

        IEnumerable<string> Lines(IEnumerable<Guid> ids, string key) =>
            from contact in contacts
            where ids.Contains(contact.Id)
            select (string)texts[key, texts[$"Admin.ContactKind.{contact.Kind}"], contact.Value];
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
