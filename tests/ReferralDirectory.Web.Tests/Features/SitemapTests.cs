using System.Xml.Linq;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features;

public sealed class SitemapTests(SiteFixture site)
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheSitemap_ListsEveryPageInEveryLanguage_WithItsTranslations()
    {
        var map = XDocument.Parse(await site.Client.GetStringAsync("/sitemap.xml", Cancel));
        var urls = map.Root!.Elements(Sitemaps + "url").ToList();

        // Home, six steps, fifteen providers, safety and about, twice.
        Assert.Equal(2 * (1 + 6 + 15 + 2), urls.Select(url => url.Element(Sitemaps + "loc")!.Value).Distinct().Count());
        Assert.All(urls, url => Assert.Equal(["en", "ru"], url.Elements(Xhtml + "link").Select(link => link.Attribute("hreflang")!.Value)));
        Assert.All(urls, url => Assert.Contains(url.Element(Sitemaps + "loc")!.Value, url.Elements(Xhtml + "link").Select(link => link.Attribute("href")!.Value)));
    }

    [Fact]
    public async Task ThePublicAddress_IsUsedWhereItIsSet()
    {
        await using var named = new TestSite(new Dictionary<string, string> { ["Site:PublicAddress"] = "https://directory.example" }).Start();

        Assert.Contains("<loc>https://directory.example/en/russian-federation</loc>", await named.Client.GetStringAsync("/sitemap.xml", Cancel), StringComparison.Ordinal);
        Assert.Contains("Sitemap: https://directory.example/sitemap.xml", await named.Client.GetStringAsync("/robots.txt", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_StayAwayFromTheWayOut()
    {
        Assert.Contains("Disallow: /exit", await site.Client.GetStringAsync("/robots.txt", Cancel), StringComparison.Ordinal);
    }
}
