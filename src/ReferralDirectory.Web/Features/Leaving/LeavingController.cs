using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Leaving;

/// <summary>The way out: works without JavaScript, and leaves no line in the log.</summary>
public sealed class LeavingController(SiteOptions options) : Controller
{
    [PageRoute(Links.Exit)]
    [NeverLogged]
    public IActionResult Leave()
    {
        Response.Headers.Location = options.ExitAddress;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
