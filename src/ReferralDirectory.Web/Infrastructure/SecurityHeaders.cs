using Microsoft.Net.Http.Headers;
using ReferralDirectory.Web.Infrastructure.Staff;

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
    private readonly KeyValuePair<string, string>[] publicHeaders;
    private readonly KeyValuePair<string, string>[] staffHeaders;

    /// <summary>Called by the framework.</summary>
    public SecurityHeaders(RequestDelegate next, InlineAssets assets)
    {
        this.next = next;
        publicHeaders = Headers($"'{assets.StyleHash}'", $"'{assets.ScriptHash}'", "no-referrer", DeniedFeatures.Select(feature => $"{feature}=()"));
        // The admin area has files of its own, and passkeys.
        staffHeaders = Headers("'self'", "'self'", "same-origin", DeniedFeatures.Select(feature => feature.StartsWith("publickey", StringComparison.Ordinal) ? $"{feature}=(self)" : $"{feature}=()"));
    }

    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // Now: while an error's page is made, the address is another.
        context.Response.OnStarting(StaffDoor.IsBefore(context.Request.Path) ? WriteForStaff : WriteForPublic, context);
        return next(context);
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

    private Task WriteForStaff(object state)
    {
        var context = (HttpContext)state;
        Write(context, staffHeaders);
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        context.Response.Headers[CdnCacheControl] = "no-store";
        return Task.CompletedTask;
    }

    private Task WriteForPublic(object state)
    {
        var context = (HttpContext)state;
        Write(context, publicHeaders);
        var isPage = context.Response.StatusCode == StatusCodes.Status200OK && !context.Request.QueryString.HasValue && context.GetEndpoint()?.Metadata.GetMetadata<NotIndexedAttribute>() is null;
        context.Response.Headers["X-Robots-Tag"] = isPage ? "noarchive" : "noindex, noarchive";
        // Only a page that we keep ourselves, because it is the same for everyone, may a CDN keep.
        if (!context.Response.Headers.ContainsKey(CdnCacheControl))
        {
            context.Response.Headers[CdnCacheControl] = "no-store";
        }

        return Task.CompletedTask;
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
