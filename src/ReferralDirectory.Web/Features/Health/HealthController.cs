using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Health;

/// <summary>For what watches the site, and for whoever sends readers to it. Anybody may ask.</summary>
public sealed class HealthController(SiteHealth health, Texts texts) : Controller
{
    private const string Healthy = "Healthy";

    /// <summary>The program runs.</summary>
    [PageRoute("/health/live")]
    public IActionResult Live() => Content(Healthy);

    /// <summary>Readers can be sent to it; otherwise one sentence says why not.</summary>
    [PageRoute("/health/ready")]
    public async Task<IActionResult> Ready(CancellationToken cancellationToken)
    {
        var reason = (await health.LookAsync(cancellationToken)).Reason;
        Response.StatusCode = reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return Content(reason is null ? Healthy : texts[reason]);
    }
}
