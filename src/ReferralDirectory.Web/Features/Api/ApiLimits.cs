using ReferralDirectory.Web.Infrastructure.RateLimits;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>How often the open data may be asked for.</summary>
public sealed class ApiLimits(ApiOptions options, TimeProvider time)
{
    private readonly RateLimit requests = new("requests", options.RequestsPerMinute, TimeSpan.FromMinutes(1), time);
    private readonly RateLimit exports = new("exports", options.ExportsPerHour, TimeSpan.FromHours(1), time);

    /// <summary>Counts a request. False where it was one too many.</summary>
    public bool Admit(HttpContext context) => Admit(context, requests);

    /// <summary>Counts the sending of a file or a whole list, too.</summary>
    public bool AdmitExport(HttpContext context) => Admit(context, exports);

    private static bool Admit(HttpContext context, RateLimit limit)
    {
        var state = limit.Take(context.Connection.RemoteIpAddress);
        state.Tell(context.Response);
        return !state.IsOver;
    }
}
