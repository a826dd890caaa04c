using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>One page for each task of an entry. Saving changes the draft and nothing else.</summary>
public sealed class EntryTasksController(CurrentActor current, EntryDesk desk, EntryTaskPages pages, Texts texts) : AdminController(texts)
{
    private const string Root = $"{EntryLinks.All}/{{organisation:guid}}/{{task:regex(^(names|places|languages|hours|{TranslationTask.Prefix}.+)$)}}";
    private const string Item = $"{EntryLinks.All}/{{organisation:guid}}/{{task:regex(^(services|contacts)$)}}/{{item:guid}}";
    private const string NewItem = $"{EntryLinks.All}/{{organisation:guid}}/{{task:regex(^(services|contacts)$)}}/new";

    // What was typed before somebody had to sign in again; null where nothing comes back.
    private PostedForm? Kept => PostedForm.BroughtBack(ModelState, TaskPage.MarkName);

    // An item may be gone meanwhile; what was typed for it is shown all the same.
    [PageRoute(Root)]
    [PageRoute(Item)]
    public Task<IActionResult> Show(Guid organisation, string task, Guid? item, CancellationToken cancellationToken) =>
        OpenAsync(organisation, task, item, Kept, (entry, found) => Task.FromResult(
            item is null || Kept is not null || found.PartOf(entry.Draft!) is var part && part.Services.Length + part.Contacts.Length > 0 ? (IActionResult)Open(entry, found) : NotFound()), cancellationToken);

    [PageRoute(NewItem)]
    public Task<IActionResult> New(Guid organisation, string task, CancellationToken cancellationToken) =>
        OpenAsync(organisation, task, Guid.Empty, Kept, (entry, found) => Task.FromResult<IActionResult>(Open(entry, found)), cancellationToken);

    [HttpPost(NewItem)]
    public Task<IActionResult> New(Guid organisation, string task, IFormCollection form, CancellationToken cancellationToken) =>
        Save(organisation, task, Guid.Empty, form, cancellationToken);

    [HttpPost(Root)]
    [HttpPost(Item)]
    public Task<IActionResult> Save(Guid organisation, string task, Guid? item, IFormCollection form, CancellationToken cancellationToken) =>
        SaveAsync(organisation, task, item, new PostedForm(form), cancellationToken);

    private Task<IActionResult> SaveAsync(Guid organisation, string task, Guid? item, PostedForm form, CancellationToken cancellationToken) =>
        OpenAsync(organisation, task, item, form, (entry, found) => SaveAsync(entry, found, form, cancellationToken), cancellationToken);

    private async Task<IActionResult> OpenAsync(Guid organisation, string task, Guid? item, PostedForm? typed, Func<EntryState, EntryTask, Task<IActionResult>> answer, CancellationToken cancellationToken)
    {
        var entry = await desk.FindAsync(current.Actor, organisation, cancellationToken);
        return entry switch
        {
            null or { Draft: null, Summary.MayEdit: true } when typed is not null && await PastAsync(organisation, task, item, typed, cancellationToken) is { } past => past,
            null => NotFound(),
            { Summary.MayEdit: false } => StatusCode(StatusCodes.Status403Forbidden),
            // A new entry that waits for review, or is somebody else's: there is nothing to write on.
            { Draft: null } => SeeOther(EntryLinks.Entry(organisation)),
            _ => pages.Find(entry, task, item) is { } found ? await answer(entry, found) : NotFound(),
        };
    }

    // Null where the actor wrote no such entry.
    private async Task<ViewResult?> PastAsync(Guid organisation, string task, Guid? item, PostedForm typed, CancellationToken cancellationToken) =>
        await desk.FindPastAsync(current.Actor, organisation, cancellationToken) is not { } entry || pages.Find(entry, task, item) is not { } found ? null
        : HttpMethods.IsPost(Request.Method) ? Again(pages.Past(found, entry, typed))
        : View(nameof(Show), pages.Past(found, entry, typed));

    private ViewResult Open(EntryState entry, EntryTask task) => View(nameof(Show), Kept is { } kept
        ? pages.BroughtBack(task, entry, kept)
        : pages.Saved(task, entry));

    private async Task<IActionResult> SaveAsync(EntryState entry, EntryTask task, PostedForm form, CancellationToken cancellationToken)
    {
        var before = entry.Draft!;
        if (task.Rearrange(before, form) is { } rearranged)
        {
            return View(nameof(Show), pages.Typed(task, entry, form, rearranged));
        }

        var typed = task.Apply(before, form);
        if (task.Refuse(before, form) is { Count: > 0 } refused)
        {
            return Again(pages.Refused(task, entry, form, typed, refused));
        }

        if (form.Text(TaskPage.MarkName) != task.MarkOf(before))
        {
            return Again(pages.Overtaken(task, entry, form, typed));
        }

        var result = await desk.SaveAsync(entry, typed, cancellationToken);
        return result switch
        {
            EditResult.Done => SeeOther(await NextAsync(entry, task, cancellationToken)),
            // Another window saved between our reading and our writing: as if this had come a moment later.
            EditResult.Overtaken => await SaveAsync(entry.Id, task.Slug, task.Item, form, cancellationToken),
            _ => Refusal.AnswerTo(result) ?? Again(pages.After(task, entry, form, typed, result)),
        };
    }

    // Back to the same page where something on it must still be changed: it is saved, but cannot be sent like that.
    private async Task<string> NextAsync(EntryState before, EntryTask task, CancellationToken cancellationToken)
    {
        var saved = await desk.FindAsync(before.Actor, before.Id, cancellationToken);
        if (saved?.Draft is not { } draft)
        {
            return task.NextHref;
        }

        var again = task.HrefIn(before.Draft!, draft);
        var found = task is ServiceTask or ContactTask ? pages.Find(saved, task.Slug, Guid.Parse(again.AsSpan(again.LastIndexOf('/') + 1))) : task;
        return new FieldFaults(saved.Own?.Faults ?? [], null!).AnyBelow(found!.Paths) ? again : task.NextHref;
    }

    private ViewResult Again(TaskPage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Show), page);
    }
}
