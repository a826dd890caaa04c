using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>
/// First in line: a page that is kept is written at once, before routing, MVC, the log or the database are touched.
/// </summary>
public sealed class KeptPages(RequestDelegate next, PageStore store, SiteOptions options)
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
        return page is null ? next(context) : AnswerAsync(context, page, options);
    }

    /// <summary>Writes the page, and tells a CDN how long it may be kept.</summary>
    internal static Task AnswerAsync(HttpContext context, KeptPage page, SiteOptions options)
    {
        context.Response.Headers[SecurityHeaders.CdnCacheControl] = options.CdnCaching;
        return page.WriteAsync(context);
    }
}
