using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// One line a request: method, route template, status, duration. Never an address, a query, a header or a visitor. What a
/// reader was given without an error leaves no line, whether or not it was kept: nobody needs to know when somebody searched.
/// A visitor who leaves is not logged at all.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete, HttpMethods.Options];

    /// <summary>Called by the framework.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        await next(context);
        // An error's page is an endpoint of its own; what failed is the one before it.
        var endpoint = context.Features.Get<IStatusCodeReExecuteFeature>() is { } failed ? failed.Endpoint
            : context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/');
        var isServedToReader = context.Response.StatusCode < StatusCodes.Status400BadRequest && route?.StartsWith(ReaderRouteConstraints.CountryRoot, StringComparison.Ordinal) == true;
        if (!isServedToReader && endpoint?.Metadata.GetMetadata<NeverLoggedAttribute>() is null)
        {
            // A method is the sender's own text, too.
            var method = Array.Find(Methods, known => known == context.Request.Method) ?? "other";
            LogRequest(method, route is null ? "none" : "/" + route, context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms")]
    private partial void LogRequest(string method, string route, int status, long milliseconds);
}
