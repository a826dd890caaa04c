using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryVisibility;

/// <summary>Takes an entry off every public page at once, and proposes to bring it back.</summary>
public sealed class EntryVisibilityController(CurrentActor current, EntryArchive entries, TakeDownDesk takeDowns, RestoreDesk restores, ReasonPages pages, TakeDowns downs, PublicDirectory directory, Texts texts) : AdminController(texts)
{
    private const string TakeDownRoute = $"{EntryLinks.All}/{{id:guid}}/take-down";
    private const string BringBackRoute = $"{EntryLinks.All}/{{id:guid}}/bring-back";

    private string Kept => PostedForm.BroughtBack(ModelState, "reason")?.Text("reason") ?? "";

    [PageRoute(TakeDownRoute)]
    public Task<IActionResult> TakeDown(Guid id, CancellationToken cancellationToken) =>
        AskAsync(id, entry => entry is { WasPublished: true, TakenDown: null } ? pages.TakeDown(entry, Kept, null) : null, cancellationToken);

    [HttpPost(TakeDownRoute)]
    public async Task<IActionResult> TakeDown(Guid id, string? reason, CancellationToken cancellationToken)
    {
        var result = await takeDowns.TakeDownAsync(current.Actor, id, reason ?? "", cancellationToken);
        if (result is EditResult.Done or EditResult.NothingChanged)
        {
            // Also where it is down already: whoever asks again after an error may have been let down by this very step.
            await directory.HideAsync(id);
            return result is EditResult.Done ? SeeOther(EntryLinks.Entry(id, "taken-down")) : await PastAsync(id, reason, "is-down", cancellationToken);
        }

        return Refusal.AnswerTo(result) ?? await AgainAsync(id, entry => pages.TakeDown(entry, reason ?? "", result), cancellationToken);
    }

    [PageRoute(BringBackRoute)]
    public Task<IActionResult> BringBack(Guid id, CancellationToken cancellationToken) =>
        AskAsync(id, entry => entry is { TakenDown: not null, MayEdit: true } ? pages.BringBack(entry, Kept, null) : null, cancellationToken);

    [HttpPost(BringBackRoute)]
    public async Task<IActionResult> BringBack(Guid id, string? reason, CancellationToken cancellationToken)
    {
        var result = await restores.BringBackAsync(current.Actor, id, reason ?? "", cancellationToken);
        return result switch
        {
            EditResult.Done { Revision: { } draft } => SeeOther(EditingLinks.Draft(draft.Id)),
            EditResult.NothingChanged => await PastAsync(id, reason, "not-down", cancellationToken),
            _ => Refusal.AnswerTo(result) ?? await AgainAsync(id, entry => pages.BringBack(entry, reason ?? "", result), cancellationToken),
        };
    }

    private async Task<IActionResult> AskAsync(Guid id, Func<EntrySummary, ReasonPage?> page, CancellationToken cancellationToken) =>
        await entries.FindAsync(current.Actor, id, cancellationToken) is not { } entry ? NotFound()
            : page(entry) is { } found ? await ShowAsync(entry, found, cancellationToken)
            : Kept.Length > 0 ? await ShowAsync(entry, pages.Past(entry, Kept), cancellationToken)
            : SeeOther(EntryLinks.Entry(id));

    // Somebody else was first. Whoever sends the same once more has lost nothing by it.
    private async Task<IActionResult> PastAsync(Guid id, string? reason, string done, CancellationToken cancellationToken)
    {
        var typed = (reason ?? "").Trim();
        return typed.Length == 0 || (await downs.ListAsync(current.Actor, new Subject(SubjectKind.Organisation, id), cancellationToken) is [var last, ..] && last.Reason == typed)
            ? SeeOther(EntryLinks.Entry(id, done))
            : await AgainAsync(id, entry => pages.Past(entry, typed), cancellationToken);
    }

    private async Task<IActionResult> AgainAsync(Guid id, Func<EntrySummary, ReasonPage> page, CancellationToken cancellationToken)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await entries.FindAsync(current.Actor, id, cancellationToken) is { } entry ? await ShowAsync(entry, page(entry), cancellationToken) : NotFound();
    }

    // Whoever brings an entry back reads why it was taken down.
    private async Task<ViewResult> ShowAsync(EntrySummary entry, ReasonPage page, CancellationToken cancellationToken) =>
        View("Reason", entry.TakenDown is not null && await downs.ListAsync(current.Actor, new Subject(SubjectKind.Organisation, entry.Id), cancellationToken) is [var last, ..] ? page with { TakenDown = last } : page);
}
