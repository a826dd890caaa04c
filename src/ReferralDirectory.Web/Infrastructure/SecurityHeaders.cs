using Microsoft.Net.Http.Headers;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// The one place that writes security headers, on every answer of every status: it registers first, so its callback runs
/// last, after everything that may have cleared or changed headers.
/// </summary>
public sealed class SecurityHeaders
{
    private static readonly string[] DeniedFeatures =
    [
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
        "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts",
        "magnetometer", "microphone", "midi", "otp-credentials", "payment", "picture-in-picture", "publickey-credentials-create",
        "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb", "window-management", "xr-spatial-tracking",
    ];

    private readonly RequestDelegate next;
    private readonly KeyValuePair<string, string>[] headers;
    private readonly string cdnCaching;

    /// <summary>Called by the framework.</summary>
    public SecurityHeaders(RequestDelegate next, InlineAssets assets, SiteOptions options)
    {
        this.next = next;
        cdnCaching = options.CdnCacheSeconds > 0 ? $"public, max-age={options.CdnCacheSeconds}" : "no-store";
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
            response.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        var isPage = context.Response.StatusCode == StatusCodes.Status200OK && !context.Request.QueryString.HasValue;
        response["X-Robots-Tag"] = isPage ? "noarchive" : "noindex, noarchive";
        // Words that somebody typed are nobody's to keep; every other page is the same for all.
        response["CDN-Cache-Control"] = context.Response.StatusCode == StatusCodes.Status200OK
            && !context.Request.Query.ContainsKey(ProviderParameters.Words)
            && context.GetEndpoint()?.Metadata.GetMetadata<PageRouteAttribute>() is not null
                ? cdnCaching
                : "no-store";
        return Task.CompletedTask;
    }
}
