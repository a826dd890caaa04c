using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Audit;

/// <summary>Who did what to what, for administrators.</summary>
public sealed class AuditController(CurrentActor current, AuditPages pages, Texts texts) : AdminController(texts)
{
    [PageRoute(EditingLinks.Audit)]
    [PageRoute(EditingLinks.VerifyAudit)]
    public async Task<IActionResult> Index(Guid? subject, long? before, CancellationToken cancellationToken) =>
        current.Actor.IsAdministrator ? View(await pages.FindAsync(current.Actor, subject, before, cancellationToken)) : StatusCode(StatusCodes.Status403Forbidden);

    // By POST: it reads the whole log, which no link that is only followed should do.
    [HttpPost(EditingLinks.VerifyAudit)]
    public async Task<IActionResult> Verify(CancellationToken cancellationToken) =>
        current.Actor.IsAdministrator ? View(await pages.VerifyAsync(cancellationToken)) : StatusCode(StatusCodes.Status403Forbidden);
}
