using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Drafts;

/// <summary>Where one's own draft is checked, sent, taken back, and brought up to date.</summary>
public sealed class DraftsController(CurrentActor current, DraftDesk desk, Resuming resuming, Sending sending, DraftPages pages, Texts texts) : AdminController(texts)
{
    private const string Root = "/admin/drafts/{id:guid}";

    // The address of its form as well: a form that was kept while somebody signed in again comes back there.
    [PageRoute(Root)]
    [PageRoute($"{Root}/send")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        (await pages.FindAsync(current.Actor, id, cancellationToken), PostedForm.BroughtBack(ModelState, DraftPages.Note)?.Text(DraftPages.Note)) switch
        {
            ({ } page, var kept) => View(kept is null ? page : pages.WithNote(page, kept)),
            (null, { } kept) when await pages.FindSentAsync(current.Actor, id, kept, cancellationToken) is { } sent => View(nameof(Sent), sent),
            _ => await ElsewhereAsync(id, cancellationToken),
        };

    [HttpPost($"{Root}/send")]
    public async Task<IActionResult> Send(Guid id, SendForm form, CancellationToken cancellationToken)
    {
        var result = await sending.SendAsync(current.Actor, id, form, cancellationToken);
        return result is EditResult.Done
            ? SeeOther(EditingLinks.Sent(id))
            : Refusal.AnswerTo(result) ?? await AgainAsync(id, result, form.Note, cancellationToken);
    }

    [PageRoute($"{Root}/sent")]
    public async Task<IActionResult> Sent(Guid id, CancellationToken cancellationToken) =>
        await pages.FindSentAsync(current.Actor, id, cancellationToken) is { } page ? View(page) : await ElsewhereAsync(id, cancellationToken);

    [PageRoute($"{Root}/withdraw")]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken cancellationToken) =>
        await pages.FindToWithdrawAsync(current.Actor, id, cancellationToken) is { } page ? View(page) : await ElsewhereAsync(id, cancellationToken);

    [HttpPost($"{Root}/withdraw")]
    public async Task<IActionResult> Withdraw(Guid id, Guid version, CancellationToken cancellationToken)
    {
        var result = await desk.WithdrawAsync(current.Actor, id, version, cancellationToken);
        return result is EditResult.Done or EditResult.WrongState { State: RevisionState.Withdrawn }
            ? SeeOther(EditingLinks.Sent(id))
            : Refusal.AnswerTo(result) ?? await AgainAsync(id, result, null, cancellationToken);
    }

    /// <summary>Makes a draft of what was rejected, and opens it for changing.</summary>
    [HttpPost($"{Root}/resume")]
    public async Task<IActionResult> Resume(Guid id, CancellationToken cancellationToken)
    {
        var result = await resuming.ResumeAsync(current.Actor, id, cancellationToken);
        return Refusal.AnswerTo(result) ?? SeeOther(result is EditResult.Done { Revision: { } draft } ? EditingLinks.Edit(draft.Subject) : Refusal.NextAfter(result, EditingLinks.Sent(id)));
    }

    // An address that somebody noted down leads to where the revision is now.
    private async Task<IActionResult> ElsewhereAsync(Guid id, CancellationToken cancellationToken) =>
        await pages.WhereAsync(current.Actor, id, cancellationToken) is { } address ? SeeOther(address) : NotFound();

    // What was sent already is shown with what became of it.
    private async Task<IActionResult> AgainAsync(Guid id, EditResult result, string? note, CancellationToken cancellationToken) =>
        await pages.FindAsync(current.Actor, id, cancellationToken) is { } page ? Again(nameof(Show), pages.After(page, result, note))
        : await pages.FindSentAsync(current.Actor, id, note ?? "", cancellationToken) is { } sent ? Again(nameof(Sent), sent)
        : SeeOther(EditingLinks.Sent(id));
}
