using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Audit;

/// <summary>Who did what to what, for administrators.</summary>
[ForRole(StaffRole.Administrator)]
public sealed class AuditController(CurrentActor current, AuditPages pages, Texts texts) : AdminController(texts)
{
    [PageRoute(EditingLinks.Audit)]
    [PageRoute(EditingLinks.VerifyAudit)]
    public async Task<IActionResult> Index(Guid? subject, long? before, CancellationToken cancellationToken) =>
        View(await pages.FindAsync(current.Actor, subject, before, ModelState, cancellationToken));

    // By POST: it reads the whole log, which no link that is only followed should do.
    [HttpPost(EditingLinks.VerifyAudit)]
    public async Task<IActionResult> Verify(string? kept, CancellationToken cancellationToken)
    {
        var mark = AuditMark.Parse(kept ?? "");
        if (mark is null && !string.IsNullOrWhiteSpace(kept))
        {
            Fault(nameof(kept), T["Admin.Audit.KeptFault"]);
            return Again(nameof(Index), await pages.FindAsync(current.Actor, null, null, ModelState, cancellationToken));
        }

        return View(await pages.VerifyAsync(current.Actor, mark, cancellationToken));
    }
}
