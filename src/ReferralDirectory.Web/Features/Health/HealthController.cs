using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Health;

/// <summary>For what watches the site, and for whoever sends readers to it.</summary>
public sealed class HealthController(SiteHealth health) : Controller
{
    /// <summary>The program runs.</summary>
    [PageRoute("/health/live")]
    public IActionResult Live() => Content("Healthy");

    /// <summary>Readers can be sent to it.</summary>
    [PageRoute("/health/ready")]
    public async Task<IActionResult> Ready(CancellationToken cancellationToken)
    {
        if (await IsReadyAsync(cancellationToken))
        {
            return Content("Healthy");
        }

        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Content("Unhealthy");
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await health.IsReadyAsync(cancellationToken);
        }
        catch (DbException)
        {
            return false;
        }
    }
}
