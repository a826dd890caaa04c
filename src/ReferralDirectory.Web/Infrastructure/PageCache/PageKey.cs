namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>The address under which a page is kept.</summary>
internal static class PageKey
{
    /// <returns>Null where the page is not to be kept: it was asked for by words, or a parameter stands twice.</returns>
    public static string? Of(HttpRequest request) =>
        request.QueryString.HasValue && ProviderParameters.All.Any(name => request.Query[name] is { Count: > 1 } || (name == ProviderParameters.Words && !string.IsNullOrWhiteSpace(request.Query[name])))
            ? null
            : PageAddress.Of(request);
}
