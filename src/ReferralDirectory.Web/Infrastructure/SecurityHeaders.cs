using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// The one place that writes security headers, on every answer of every status: it registers first, so its callback runs
/// last, after everything that may have cleared or changed headers.
/// </summary>
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

    private readonly RequestDelegate next;
    private readonly KeyValuePair<string, string>[] headers;

    /// <summary>Called by the framework.</summary>
    public SecurityHeaders(RequestDelegate next, InlineAssets assets)
    {
        this.next = next;
        var policy = new Dictionary<string, string>
        {
            ["default-src"] = "'none'",
            ["style-src"] = $"'{assets.StyleHash}'",
            ["script-src"] = $"'{assets.ScriptHash}'",
            ["img-src"] = "'self'",
            ["connect-src"] = "'self'",
            ["form-action"] = "'self'",
            ["base-uri"] = "'none'",
            ["object-src"] = "'none'",
            ["frame-ancestors"] = "'none'",
            ["require-trusted-types-for"] = "'script'",
            ["trusted-types"] = "'none'",
        };
        headers =
        [
            new(HeaderNames.XContentTypeOptions, "nosniff"),
            new("Cross-Origin-Opener-Policy", "same-origin"),
            new("Cross-Origin-Resource-Policy", "same-origin"),
            new("Cross-Origin-Embedder-Policy", "require-corp"),
            new(HeaderNames.XFrameOptions, "DENY"),
            new("X-Permitted-Cross-Domain-Policies", "none"),
            new("Referrer-Policy", "no-referrer"),
            new(HeaderNames.ContentSecurityPolicy, string.Join("; ", policy.Select(directive => $"{directive.Key} {directive.Value}"))),
            new("Permissions-Policy", string.Join(", ", DeniedFeatures.Select(feature => $"{feature}=()"))),
            new(HeaderNames.CacheControl, "no-store"),
        ];
    }

    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private Task Write(object state)
    {
        var context = (HttpContext)state;
        var response = context.Response.Headers;
        foreach (var (name, value) in headers)
        {
            response[name] = value;
        }

        if (context.Request.IsHttps)
        {
            response.StrictTransportSecurity = "max-age=31536000";
        }

        var isPage = context.Response.StatusCode == StatusCodes.Status200OK && !context.Request.QueryString.HasValue;
        response["X-Robots-Tag"] = isPage ? "noarchive" : "noindex, noarchive";
        // Only a page that we keep ourselves, because it is the same for everyone, may a CDN keep.
        response.TryAdd(CdnCacheControl, "no-store");
        return Task.CompletedTask;
    }
}
