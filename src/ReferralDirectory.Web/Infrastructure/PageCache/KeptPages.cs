using System.Diagnostics;
using ReferralDirectory.Web.Infrastructure.Metrics;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>
/// First in line: a page that is kept is written at once, before routing, MVC, the log or the database are touched. It writes its
/// security headers itself: a callback for them costs a twelfth of the answer.
/// </summary>
public sealed class KeptPages(RequestDelegate next, PageStore store, SecurityHeaders headers, SiteOptions options, SiteMeter meter)
{
    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return next(context);
        }

        var path = request.Path.Value!;
        var page = request.QueryString.HasValue
            ? store.Find(path + request.QueryString.Value) ?? (PageKey.Of(request) is { } key ? store.Find(key) : null)
            : store.Find(path);
        if (page is null)
        {
            return next(context);
        }

        meter.Kept();
        return meter.HearsRequests ? AnswerMeasuredAsync(context, page) : AnswerAsync(context, page, options, headers);
    }

    /// <summary>Writes the page, and tells a CDN how long it may be kept.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="page">The page.</param>
    /// <param name="options">Of the site.</param>
    /// <param name="headers">Null where somebody else sees to the security headers.</param>
    internal static Task AnswerAsync(HttpContext context, KeptPage page, SiteOptions options, SecurityHeaders? headers)
    {
        context.Response.Headers[SecurityHeaders.CdnCacheControl] = options.CdnCaching;
        var body = page.Begin(context);
        headers?.WriteForPublic(context);
        return body.IsEmpty ? Task.CompletedTask : context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private async Task AnswerMeasuredAsync(HttpContext context, KeptPage page)
    {
        var started = Stopwatch.GetTimestamp();
        await AnswerAsync(context, page, options, headers);
        meter.Answered(RequestKind.MethodOf(context.Request), page.Route, context.Response.StatusCode, started);
    }
}
