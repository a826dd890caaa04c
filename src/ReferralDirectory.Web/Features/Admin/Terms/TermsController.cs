using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Terms;

/// <summary>The taxonomy: what kinds of help there are, and for whom.</summary>
[ForRole(StaffRole.Administrator)]
public sealed class TermsController(CurrentActor current, DraftDesk desk, TermPages pages, Texts texts) : AdminController(texts)
{
    [PageRoute(EditingLinks.Terms)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await pages.ListAsync(current.Actor, cancellationToken));

    [PageRoute($"{EditingLinks.Terms}/{{kind:regex(^(audience|assistance-type)$)}}/new")]
    public Task<IActionResult> New(string kind, CancellationToken cancellationToken) => ShowAsync(EditingLinks.KindOf(kind), null, false, cancellationToken);

    [PageRoute($"{EditingLinks.Terms}/{{kind:regex(^(audience|assistance-type)$)}}/{{id:guid}}")]
    public Task<IActionResult> Edit(string kind, Guid id, bool saved, CancellationToken cancellationToken) => ShowAsync(EditingLinks.KindOf(kind), id, saved, cancellationToken);

    [HttpPost($"{EditingLinks.Terms}/{{kind:regex(^(audience|assistance-type)$)}}/new")]
    public Task<IActionResult> Add(string kind, CancellationToken cancellationToken) => SaveAsync(EditingLinks.KindOf(kind), null, cancellationToken);

    [HttpPost($"{EditingLinks.Terms}/{{kind:regex(^(audience|assistance-type)$)}}/{{id:guid}}")]
    public Task<IActionResult> Save(string kind, Guid id, CancellationToken cancellationToken) => SaveAsync(EditingLinks.KindOf(kind), id, cancellationToken);

    private async Task<IActionResult> ShowAsync(SubjectKind? kind, Guid? id, bool isSaved, CancellationToken cancellationToken)
    {
        var kept = PostedForm.BroughtBack(ModelState, DraftForm.MarkName);
        return await pages.FindAsync(current.Actor, kind, id, kept, cancellationToken) is { } page
            ? View(nameof(Edit), page with { IsSaved = isSaved, Problem = kept is null ? null : T["Staff.Form.BroughtBack"] })
            : NotFound();
    }

    private async Task<IActionResult> SaveAsync(SubjectKind? kind, Guid? id, CancellationToken cancellationToken)
    {
        var form = new PostedForm(await Request.ReadFormAsync(cancellationToken));
        if (await pages.FindAsync(current.Actor, kind, id, form, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (form.Text("do") == TermForm.Preview)
        {
            return View(nameof(Edit), pages.WithPreview(page));
        }

        var result = await desk.SaveAsync(current.Actor, DraftForm.Input(form, page.Draft, page.PublishedId), cancellationToken);
        // What the draft has no place for is only on the page that answers.
        if (result is EditResult.Done { Revision: { } draft } done && (done.Faults.IsEmpty || (form.Text("do") == TermForm.Save && page.NoPosition.Length == 0)))
        {
            return SeeOther(form.Text("do") == TermForm.Save ? $"{EditingLinks.Term(draft.Subject)}?saved=true" : EditingLinks.Draft(draft.Id));
        }

        return Refusal.AnswerTo(result) ?? Again(nameof(Edit), pages.After(page, result));
    }
}
