using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.ConfirmationLinks;

/// <summary>A reviewer makes a link for an organisation without an account, and ends it.</summary>
public sealed class ConfirmationLinksController(CurrentActor current, ConfirmationLinkDesk desk, LinksPages pages, Texts texts) : AdminController(texts)
{
    private const string Route = "/admin/organisations/{id:guid}/link";

    [PageRoute(Route)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(current.Actor, id, null, cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost(Route)]
    public async Task<IActionResult> Make(Guid id, CancellationToken cancellationToken)
    {
        var token = OneTimeSecret.NewToken();
        var result = await desk.MakeAsync(current.Actor, id, OneTimeSecret.Hash(token), cancellationToken);
        return result switch
        {
            EditResult.Done => View(nameof(Show), await pages.FindAsync(current.Actor, id, token, cancellationToken)),
            EditResult.AlreadyWaiting waiting when await pages.FindAsync(current.Actor, id, null, cancellationToken) is { } page => Again(nameof(Show), page with { WaitingHref = EditingLinks.Review(waiting.Earlier.Id) }),
            _ => Refusal.AnswerTo(result) ?? NotFound(),
        };
    }

    [HttpPost(Route + "/revoke")]
    public async Task<IActionResult> Revoke(Guid id, CancellationToken cancellationToken) =>
        Refusal.AnswerTo(await desk.RevokeAsync(current.Actor, id, cancellationToken)) ?? SeeOther(AnswerLinks.Of(id));
}
