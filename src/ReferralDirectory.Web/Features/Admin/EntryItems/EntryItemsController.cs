using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.EntryTasks;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryItems;

/// <summary>The services and the contacts of a draft: their order, and which there are.</summary>
public sealed class EntryItemsController(CurrentActor current, EntryDesk desk, EntryTaskPages pages, Texts texts) : AdminController(texts)
{
    private const string Root = $"{EntryLinks.All}/{{organisation:guid}}/{{task:regex(^(services|contacts)$)}}";

    [PageRoute(Root)]
    public Task<IActionResult> Show(Guid organisation, string task, string? done, CancellationToken cancellationToken) =>
        OpenAsync(organisation, entry => Task.FromResult<IActionResult>(View(pages.Items(entry, task, done))), cancellationToken);

    [HttpPost($"{Root}/{{item:guid}}/move")]
    public Task<IActionResult> Move(Guid organisation, string task, Guid item, bool up, CancellationToken cancellationToken) =>
        OpenAsync(organisation, entry => SaveAsync(entry, task, ItemChanges.Moved(entry.Draft!, task, item, up), "moved", cancellationToken), cancellationToken);

    [HttpPost($"{Root}/{{item:guid}}/remove")]
    public Task<IActionResult> Remove(Guid organisation, string task, Guid item, [FromForm(Name = ItemLine.MarkName)] string? mark, CancellationToken cancellationToken) =>
        OpenAsync(organisation, entry => pages.Find(entry, task, item)?.MarkOf(entry.Draft!) != mark
            ? Task.FromResult<IActionResult>(SeeOther(EntryLinks.Task(organisation, task, "again")))
            : SaveAsync(entry, task, ItemChanges.Without(entry.Draft!, task, item), "removed", cancellationToken), cancellationToken);

    private async Task<IActionResult> OpenAsync(Guid organisation, Func<EntryState, Task<IActionResult>> answer, CancellationToken cancellationToken) =>
        await desk.FindAsync(current.Actor, organisation, cancellationToken) switch
        {
            null => NotFound(),
            { Summary.MayEdit: false } => StatusCode(StatusCodes.Status403Forbidden),
            { Draft: null } => SeeOther(EntryLinks.Entry(organisation)),
            var entry => await answer(entry),
        };

    private async Task<IActionResult> SaveAsync(EntryState entry, string task, OrganisationDraft draft, string done, CancellationToken cancellationToken)
    {
        var result = await desk.SaveAsync(entry, draft, cancellationToken);
        return result is EditResult.Done
            ? SeeOther(EntryLinks.Task(entry.Id, task, done))
            : Refusal.AnswerTo(result) ?? SeeOther(Refusal.NextAfter(result, EntryLinks.Task(entry.Id, task, "again")));
    }
}
