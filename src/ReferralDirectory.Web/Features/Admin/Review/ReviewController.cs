using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Review;

/// <summary>Where submitted revisions are read and decided.</summary>
public sealed class ReviewController(CurrentActor current, ReviewDesk desk, ReviewPages pages, PublicDirectory directory, Texts texts) : AdminController(texts)
{
    [PageRoute(EditingLinks.Queue)]
    public async Task<IActionResult> Index([FromQuery(Name = EditingLinks.PageParameter)] int page, CancellationToken cancellationToken) =>
        current.SeesCountries ? View(await pages.QueueAsync(current.Actor, Math.Clamp(page, 1, EditingLinks.LastPage), cancellationToken)) : StatusCode(StatusCodes.Status403Forbidden);

    // The addresses of its forms as well: a form that was kept while somebody signed in again comes back there.
    [PageRoute($"{EditingLinks.Queue}/{{id:guid}}")]
    [PageRoute($"{EditingLinks.Queue}/{{id:guid}}/publish")]
    [PageRoute($"{EditingLinks.Queue}/{{id:guid}}/reject")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(current.Actor, id, cancellationToken) is { } page
            ? View(PostedForm.BroughtBack(ModelState, ReviewPages.Reason) is { } kept ? pages.WithReason(page, kept.Text(ReviewPages.Reason)) : page)
            : NotFound();

    [HttpPost($"{EditingLinks.Queue}/{{id:guid}}/publish")]
    public async Task<IActionResult> Publish(Guid id, Guid version, CancellationToken cancellationToken)
    {
        var actor = current.Actor;
        var result = await desk.PublishAsync(actor, id, version, cancellationToken);
        await directory.ShowAsync(result, actor, id);
        return result is EditResult.Done
            ? SeeOther(EditingLinks.Decided(id))
            : Refusal.AnswerTo(result) ?? await AgainAsync(actor, id, result, "", cancellationToken);
    }

    [HttpPost($"{EditingLinks.Queue}/{{id:guid}}/reject")]
    public async Task<IActionResult> Reject(Guid id, Guid version, string? reason, CancellationToken cancellationToken)
    {
        var actor = current.Actor;
        var result = await desk.RejectAsync(actor, id, version, reason ?? "", cancellationToken);
        return result is EditResult.Done
            ? SeeOther(EditingLinks.Decided(id))
            : Refusal.AnswerTo(result) ?? await AgainAsync(actor, id, result, reason ?? "", cancellationToken);
    }

    [PageRoute($"{EditingLinks.Queue}/{{id:guid}}/decided")]
    public async Task<IActionResult> Decided(Guid id, CancellationToken cancellationToken) =>
        await pages.FindDecidedAsync(current.Actor, id, cancellationToken) is { } page ? View(page) : NotFound();

    // The page as it stands now, with what happened and what was typed.
    private async Task<IActionResult> AgainAsync(Actor actor, Guid id, EditResult result, string reason, CancellationToken cancellationToken) =>
        await pages.FindAsync(actor, id, cancellationToken) is { } page ? Again(nameof(Show), pages.After(page, result, reason)) : NotFound();
}
