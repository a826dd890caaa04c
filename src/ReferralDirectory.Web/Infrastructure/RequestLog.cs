using System.Diagnostics;
using ReferralDirectory.Web.Infrastructure.Metrics;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// One line a request: method, route template, status, duration. Never an address, a query, a header or a visitor. What a
/// reader was given without an error leaves no line, whether or not it was kept: nobody needs to know when somebody searched.
/// A visitor who leaves is not logged at all, and never measured.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, SiteMeter meter)
{
    /// <summary>Called by the framework.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        await next(context);
        var endpoint = RequestKind.EndpointOf(context);
        if (endpoint?.Metadata.GetMetadata<NeverLoggedAttribute>() is not null)
        {
            return;
        }

        var (method, route, status) = (RequestKind.MethodOf(context.Request), RequestKind.RouteOf(endpoint), context.Response.StatusCode);
        if (meter.HearsRequests && endpoint?.Metadata.GetMetadata<NeverMeasuredAttribute>() is null)
        {
            meter.Answered(method, route, status, started);
        }

        var isServedToReader = status < StatusCodes.Status400BadRequest && route.StartsWith("/" + ReaderRouteConstraints.CountryRoot, StringComparison.Ordinal);
        if (!isServedToReader)
        {
            LogRequest(method, route, status, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms")]
    private partial void LogRequest(string method, string route, int status, long milliseconds);
}
