using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Conflicts;

/// <summary>Where a draft, or what was handed in, is brought on top of what somebody else published meanwhile, field by field.</summary>
public sealed class ConflictsController(CurrentActor current, RestoreDesk desk, ConflictPages pages, Texts texts) : AdminController(texts)
{
    private const string Route = "/admin/drafts/{id:guid}/conflict";

    [PageRoute(Route)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(current.Actor, id, cancellationToken) is not { } page ? NotFound()
        : View(PostedForm.BroughtBack(ModelState, ConflictForm.Version) is { } kept ? pages.BroughtBack(page, ConflictForm.Choices(kept), kept.Id(ConflictForm.Theirs)) : page);

    [HttpPost(Route)]
    public async Task<IActionResult> Choose(Guid id, Guid version, CancellationToken cancellationToken)
    {
        var form = new PostedForm(await Request.ReadFormAsync(cancellationToken));
        var choices = ConflictForm.Choices(form);
        var result = await desk.RebaseAsync(current.Actor, id, version, choices, form.Id(ConflictForm.Theirs), cancellationToken);
        return result switch
        {
            EditResult.Done { Revision: { } draft } => SeeOther(EditingLinks.Draft(draft.Id)),
            EditResult.Conflict conflict => Again(nameof(Show), await pages.ToChooseAsync(current.Actor, id, conflict.Details, choices, cancellationToken)),
            _ => Refusal.AnswerTo(result) ?? SeeOther(Refusal.NextAfter(result, EditingLinks.Sent(id))),
        };
    }
}
