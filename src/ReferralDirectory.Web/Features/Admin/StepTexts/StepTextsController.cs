using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.StepTexts;

/// <summary>Texts of the steps' pages, one for each language.</summary>
public sealed class StepTextsController(CurrentActor current, DraftDesk desk, StepTextPages pages, Texts texts) : AdminController(texts)
{
    [PageRoute(EditingLinks.Steps)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => current.SeesCountries ? View(await pages.ListAsync(current.Actor, cancellationToken)) : StatusCode(StatusCodes.Status403Forbidden);

    [PageRoute($"{EditingLinks.Steps}/{{id:guid}}")]
    public async Task<IActionResult> Edit(Guid id, bool saved, CancellationToken cancellationToken) =>
        await pages.FindAsync(current.Actor, id, cancellationToken) is { } page
            ? View(PostedForm.BroughtBack(ModelState, DraftForm.MarkName) is { } kept ? pages.BroughtBack(page, kept) : page with { IsSaved = saved })
            : NotFound();

    [HttpPost($"{EditingLinks.Steps}/{{id:guid}}")]
    public async Task<IActionResult> Save(Guid id, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(current.Actor, id, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        var form = new PostedForm(await Request.ReadFormAsync(cancellationToken));
        var typed = pages.Read(page, form);
        if (form.Text("do") == StepTextForm.Preview)
        {
            return View(nameof(Edit), pages.WithTyped(page, typed, form));
        }

        if (page.OriginalHash is { } of && form.Text(StepTextForm.Of) != of)
        {
            return Again(nameof(Edit), pages.OriginalChanged(pages.WithTyped(page, typed, form)));
        }

        var result = await desk.SaveAsync(current.Actor, DraftForm.Input(form, typed, page.PublishedId), cancellationToken);
        return result is EditResult.Done { Revision: { } draft, Faults: var faults } && (faults.IsEmpty || form.Text("do") == StepTextForm.Save)
            ? SeeOther(form.Text("do") == StepTextForm.Save ? $"{EditingLinks.Step(id)}?saved=true" : EditingLinks.Draft(draft.Id))
            : Refusal.AnswerTo(result) ?? Again(nameof(Edit), pages.After(pages.WithTyped(page, typed, form), result));
    }
}
