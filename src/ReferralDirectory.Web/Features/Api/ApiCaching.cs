using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>What may be kept of an answer on its way.</summary>
internal static class ApiCaching
{
    /// <summary>A copy may be kept, and asks each time whether it still holds: an old number must reach nobody.</summary>
    /// <param name="context">Of the answer.</param>
    /// <param name="mayBeShared">False: not even by a CDN, for as long as it may keep pages.</param>
    public static void Allow(HttpContext context, bool mayBeShared)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = mayBeShared ? "public, no-cache" : "no-cache, private";
        // A CDN may not look at the language that the client prefers.
        if (mayBeShared && context.Request.Query.ContainsKey(ApiAddress.Language))
        {
            headers[SecurityHeaders.CdnCacheControl] = context.RequestServices.GetRequiredService<SiteOptions>().CdnCaching;
        }
    }
}
