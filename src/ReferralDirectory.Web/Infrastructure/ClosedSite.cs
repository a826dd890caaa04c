using System.Globalization;
using Microsoft.Net.Http.Headers;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Stands before the public pages of a site that is closed (<see cref="SiteStart"/>). The admin area has <see cref="StaffDoor"/>, which says more.</summary>
internal static class ClosedSite
{
    /// <summary>True for what a closed site does not answer. It says how it is, and lets everybody leave.</summary>
    public static bool Refuses(HttpContext context) =>
        context.RequestServices.GetRequiredService<SiteStart>().Problem is not null && context.Request.Path is var path
        && !path.StartsWithSegments("/health") && path != Links.Exit && path != "/error" && !StaffDoor.IsBefore(path);

    /// <summary>The error's page says the rest.</summary>
    public static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers[HeaderNames.RetryAfter] = SiteStart.Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }
}
