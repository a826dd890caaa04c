using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.History;

/// <summary>Everything that a subject ever said, and the way back to it.</summary>
public sealed class HistoryController(CurrentActor current, RestoreDesk desk, HistoryPages pages, Texts texts) : AdminController(texts)
{
    [PageRoute("/admin/history/{kind:regex(^(organisation|step-text|assistance-type|audience)$)}/{id:guid}")]
    public async Task<IActionResult> Index(string kind, Guid id, int? from, CancellationToken cancellationToken) =>
        EditingLinks.KindOf(kind) is { } known && await pages.FindAsync(current.Actor, new Subject(known, id), from, cancellationToken) is { } page ? View(page) : NotFound();

    [PageRoute("/admin/history/{id:guid}")]
    [PageRoute("/admin/history/{id:guid}/restore")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await pages.FindRevisionAsync(current.Actor, id, cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("/admin/history/{id:guid}/restore")]
    public async Task<IActionResult> Restore(Guid id, CancellationToken cancellationToken)
    {
        var result = await desk.RestoreAsync(current.Actor, id, cancellationToken);
        return result is EditResult.Done { Revision: { } draft } ? SeeOther(EditingLinks.Draft(draft.Id)) : Refusal.AnswerTo(result) ?? SeeOther(Refusal.NextAfter(result, EditingLinks.Revision(id)));
    }
}
