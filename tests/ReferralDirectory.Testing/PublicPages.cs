using System.Xml.Linq;

namespace ReferralDirectory.Testing;

/// <summary>Every public page, as the site itself lists them.</summary>
public static class PublicPages
{
    /// <summary>Addresses from the sitemap, without the host.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var map = XDocument.Parse(await client.GetStringAsync("/sitemap.xml", cancellationToken));
        XNamespace sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
        return [.. map.Descendants(sitemaps + "loc").Select(location => new Uri(location.Value).PathAndQuery)];
    }
}
