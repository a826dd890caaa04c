using System.Globalization;
using Microsoft.Net.Http.Headers;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>Stands before the public pages of a site that is closed (<see cref="SiteStart"/>). The admin area has <see cref="StaffDoor"/>, which says more.</summary>
internal static class ClosedSite
{
    /// <summary>True for what a closed site does not answer. It says how it is, and lets everybody leave; where it can read, it does not write.</summary>
    public static bool Refuses(HttpContext context)
    {
        var start = context.RequestServices.GetRequiredService<SiteStart>();
        var path = context.Request.Path;
        return start.IsClosedFor(context.RequestServices.GetRequiredService<Reader>().Directory)
            ? !path.StartsWithSegments("/health") && path != Links.Exit && path != "/error" && !StaffDoor.IsBefore(path)
            : start.Problem is not null && path.Value!.EndsWith(Links.ReportEnd, StringComparison.Ordinal);
    }

    /// <summary>The error's page says the rest.</summary>
    public static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers[HeaderNames.RetryAfter] = SiteStart.Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }
}
