using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Imports;

/// <summary>Files of organisations that come in: what each would change, and handing that in.</summary>
public sealed class ImportsController(CurrentActor current, ImportDesk desk, ImportPages pages, Texts texts) : AdminController(texts)
{
    // While it is worked on, the page is got again: without scripts, too.
    private const string LookAgainAfterSeconds = "3";

    [PageRoute(ImportLinks.All)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await pages.ListAsync(current.Actor, null, cancellationToken));

    [HttpPost(ImportLinks.All)]
    [UploadLimit]
    public async Task<IActionResult> Start(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
        {
            return Again(nameof(Index), await pages.ListAsync(current.Actor, T["Admin.Imports.NoFile"], cancellationToken));
        }

        await using var stream = file.OpenReadStream();
        return await desk.StartAsync(current.Actor.Id, stream, cancellationToken) is { } id ? SeeOther(ImportLinks.Import(id)) : StatusCode(StatusCodes.Status413PayloadTooLarge);
    }

    [PageRoute($"{ImportLinks.All}/{{id:guid}}")]
    public async Task<IActionResult> Show(Guid id, ImportItemKind? only, int after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await pages.FindAsync(current.Actor, id, only, after, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (page.IsWorking)
        {
            Response.Headers["Refresh"] = LookAgainAfterSeconds;
        }

        return View(page);
    }

    [HttpPost($"{ImportLinks.All}/{{id:guid}}/propose")]
    public async Task<IActionResult> Propose(Guid id, CancellationToken cancellationToken)
    {
        await desk.ProposeAsync(current.Actor.Id, id, cancellationToken);
        // What is not theirs is not found there; what was handed in twice is on its way.
        return SeeOther(ImportLinks.Import(id));
    }

    [HttpPost($"{ImportLinks.All}/{{id:guid}}/cancel")]
    public async Task<IActionResult> Cancel(Guid id, CancellationToken cancellationToken)
    {
        await desk.CancelAsync(current.Actor.Id, id, cancellationToken);
        return SeeOther(ImportLinks.Import(id));
    }
}
