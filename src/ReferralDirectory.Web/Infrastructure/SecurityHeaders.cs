using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>The one place that writes security headers: see <see cref="SecurityHeadersMiddleware"/>.</summary>
public sealed class SecurityHeaders
{
    /// <summary>RFC 9213: what shared caches that belong to us may do.</summary>
    public const string CdnCacheControl = "CDN-Cache-Control";

    private static readonly string[] DeniedFeatures =
    [
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
        "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts",
        "magnetometer", "microphone", "midi", "otp-credentials", "payment", "picture-in-picture", "publickey-credentials-create",
        "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb", "window-management", "xr-spatial-tracking",
    ];

    // Other sites may read the open data from their pages; what of an answer they see beyond the usual is listed.
    private static readonly KeyValuePair<string, string>[] ApiHeaders =
    [
        new("Cross-Origin-Resource-Policy", "cross-origin"),
        new(HeaderNames.AccessControlAllowOrigin, "*"),
        new(HeaderNames.AccessControlExposeHeaders, "Content-Disposition, Content-Language, ETag, RateLimit, RateLimit-Policy, Retry-After"),
    ];

    private readonly KeyValuePair<string, string>[] publicHeaders;
    private readonly KeyValuePair<string, string>[] staffHeaders;

    /// <param name="assets">Styles and scripts that stand in pages.</param>
    public SecurityHeaders(InlineAssets assets)
    {
        publicHeaders = Headers($"'{assets.StyleHash}'", $"'{assets.ScriptHash}'", "no-referrer", DeniedFeatures.Select(feature => $"{feature}=()"));
        // The admin area has files of its own, and passkeys.
        staffHeaders = Headers("'self'", "'self'", "same-origin", DeniedFeatures.Select(feature => feature.StartsWith("publickey", StringComparison.Ordinal) ? $"{feature}=(self)" : $"{feature}=()"));
    }

    /// <summary>Writes those of the admin area.</summary>
    public void WriteForStaff(HttpContext context)
    {
        Write(context, staffHeaders);
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        context.Response.Headers[CdnCacheControl] = "no-store";
    }

    /// <summary>Writes those of everything else, by the status that the answer has.</summary>
    public void WriteForPublic(HttpContext context)
    {
        Write(context, publicHeaders);
        var isPage = context.Response.StatusCode == StatusCodes.Status200OK && !context.Request.QueryString.HasValue && context.GetEndpoint()?.Metadata.GetMetadata<NotIndexedAttribute>() is null;
        context.Response.Headers["X-Robots-Tag"] = isPage ? "noarchive" : "noindex, noarchive";
        // Only a page that we keep ourselves, because it is the same for everyone, may a CDN keep.
        if (!context.Response.Headers.ContainsKey(CdnCacheControl))
        {
            context.Response.Headers[CdnCacheControl] = "no-store";
        }
    }

    /// <summary>Writes those of the open data, which says itself how long an answer may be kept.</summary>
    public void WriteForApi(HttpContext context)
    {
        var caching = context.Response.Headers.CacheControl;
        WriteForPublic(context);
        Write(context, ApiHeaders);
        if (caching.Count > 0 && context.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            context.Response.Headers.CacheControl = caching;
        }
    }

    private static KeyValuePair<string, string>[] Headers(string style, string script, string referrer, IEnumerable<string> features)
    {
        string[] policy =
        [
            "default-src 'none'",
            $"style-src {style}",
            $"script-src {script}",
            "img-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ];
        return
        [
            new(HeaderNames.XContentTypeOptions, "nosniff"),
            new("Cross-Origin-Opener-Policy", "same-origin"),
            new("Cross-Origin-Resource-Policy", "same-origin"),
            new("Cross-Origin-Embedder-Policy", "require-corp"),
            new(HeaderNames.XFrameOptions, "DENY"),
            new("X-Permitted-Cross-Domain-Policies", "none"),
            new("Referrer-Policy", referrer),
            new(HeaderNames.ContentSecurityPolicy, string.Join("; ", policy)),
            new("Permissions-Policy", string.Join(", ", features)),
            new(HeaderNames.CacheControl, "no-store"),
        ];
    }

    private static void Write(HttpContext context, KeyValuePair<string, string>[] headers)
    {
        var response = context.Response.Headers;
        foreach (var (name, value) in headers)
        {
            response[name] = value;
        }

        if (context.Request.IsHttps)
        {
            response.StrictTransportSecurity = "max-age=31536000";
        }
    }
}
