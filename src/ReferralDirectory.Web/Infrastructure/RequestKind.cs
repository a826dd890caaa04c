using Microsoft.AspNetCore.Diagnostics;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>What may be said of a request: how the program calls it, and nothing that its sender chose.</summary>
internal static class RequestKind
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete, HttpMethods.Options];

    /// <summary>Its method, where it is a usual one: it is the sender's own text otherwise.</summary>
    public static string MethodOf(HttpRequest request) => Array.Find(Methods, known => known == request.Method) ?? "other";

    /// <summary>What answered it, or failed to; null where nothing was found.</summary>
    // An error's page is an endpoint of its own; what failed is the one before it.
    public static Endpoint? EndpointOf(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is { } failed ? failed.Endpoint
        : context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();

    /// <summary>The template of its address.</summary>
    public static string RouteOf(Endpoint? endpoint) => (endpoint as RouteEndpoint)?.RoutePattern.RawText is { } route ? $"/{route.TrimStart('/')}" : "none";
}
