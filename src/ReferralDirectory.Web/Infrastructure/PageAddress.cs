using System.Text;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// The one address of what was asked for: path, and parameters in one order without empty ones, so that a form that sends
/// everything and a link that sends one filter meet. Parameters the site does not know change nothing and are left out.
/// </summary>
internal static class PageAddress
{
    public static string Of(HttpRequest request) => Of(request, ProviderParameters.All);

    /// <param name="request">What was asked for.</param>
    /// <param name="names">The parameters that count, in their order.</param>
    public static string Of(HttpRequest request, IReadOnlyList<string> names)
    {
        var path = request.Path.Value!;
        if (!request.QueryString.HasValue)
        {
            return path;
        }

        var address = new StringBuilder(path);
        foreach (var name in names)
        {
            if (request.Query[name].FirstOrDefault()?.Trim() is { Length: > 0 } value)
            {
                address.Append(address.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return address.ToString();
    }
}
