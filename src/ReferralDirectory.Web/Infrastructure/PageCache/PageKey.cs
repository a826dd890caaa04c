namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>The address under which a page is kept.</summary>
internal static class PageKey
{
    /// <returns>Null where the page is not to be kept: it was asked for by words, or a parameter stands twice.</returns>
    public static string? Of(HttpRequest request) => request.QueryString.HasValue && !IsKept(request.Query) ? null : PageAddress.Of(request);

    private static bool IsKept(IQueryCollection query)
    {
        foreach (var name in ProviderParameters.All)
        {
            var values = query[name];
            if (values.Count > 1 || (name == ProviderParameters.Words && !string.IsNullOrWhiteSpace(values)))
            {
                return false;
            }
        }

        return true;
    }
}
