using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Status;

/// <summary>How the site stands, for administrators.</summary>
[ForRole(StaffRole.Administrator)]
public sealed class StatusController(StatusPages pages, Texts texts) : AdminController(texts)
{
    [PageRoute(EditingLinks.Status)]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) => View(await pages.ReadAsync(cancellationToken));
}
