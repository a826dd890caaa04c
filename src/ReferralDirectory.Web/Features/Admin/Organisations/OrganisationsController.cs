using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Organisations;

/// <summary>The entries of organisations: which there are, how each stands, adding one.</summary>
public sealed class OrganisationsController(CurrentActor current, EntryDesk desk, EntryPages pages, DraftDesk drafts, RestoreDesk restores, Texts texts) : AdminController(texts)
{
    [PageRoute(EntryLinks.All)]
    public async Task<IActionResult> Index(string? q, CancellationToken cancellationToken) =>
        View(await pages.ListAsync(current.Actor, q ?? "", cancellationToken));

    [PageRoute(EntryLinks.New)]
    public async Task<IActionResult> New(CancellationToken cancellationToken) =>
        await pages.NewAsync(current.Actor, PostedForm.BroughtBack(ModelState, NewEntryForm.OwnLanguage), cancellationToken) is { } form
            ? View(form.Page)
            : StatusCode(StatusCodes.Status403Forbidden);

    [HttpPost(EntryLinks.New)]
    public async Task<IActionResult> New(IFormCollection typed, CancellationToken cancellationToken)
    {
        if (await pages.NewAsync(current.Actor, new PostedForm(typed), cancellationToken) is not { } form)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (form.Page.Errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(form.Page);
        }

        var result = await drafts.SaveAsync(current.Actor, form.Input, cancellationToken);
        return result is EditResult.Done { Revision.Subject.Id: var id }
            ? SeeOther(EntryLinks.Entry(id, "saved"))
            : Refusal.AnswerTo(result) ?? Again(nameof(New), form.Page with { Problem = Refusal.SentenceOf(result, T) });
    }

    [PageRoute($"{EntryLinks.All}/{{id:guid}}")]
    public async Task<IActionResult> Show(Guid id, string? done, CancellationToken cancellationToken) =>
        await desk.FindAsync(current.Actor, id, cancellationToken) is { } entry ? View(await pages.EntryAsync(entry, done, cancellationToken)) : NotFound();

    /// <summary>Takes back what waits for review, and goes on writing it.</summary>
    [HttpPost($"{EntryLinks.All}/{{id:guid}}/take-back")]
    public async Task<IActionResult> TakeBack(Guid id, Guid revision, Guid version, CancellationToken cancellationToken)
    {
        var result = await restores.TakeBackAsync(current.Actor, revision, version, cancellationToken);
        return Refusal.AnswerTo(result) ?? SeeOther(Refusal.NextAfter(result, EntryLinks.Entry(id, result is EditResult.Done ? "taken-back" : "again")));
    }
}
