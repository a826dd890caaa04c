using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Sitemap;

/// <summary>What search engines and browsers ask every site for.</summary>
public sealed class SitemapController(Reader reader, SiteOptions options) : Controller
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private string Origin => options.OriginOf(Request);

    /// <summary>Every public page in every language, each with its translations.</summary>
    [PageRoute(Links.Sitemap)]
    public IActionResult Map()
    {
        var languages = reader.Directory.Languages.Select(language => language.Tag).ToList();
        var pages =
            from country in reader.Directory.Countries
            let linksByLanguage = languages.Select(language => (Language: language, Links: new Links(language, country.Slug))).ToList()
            from page in PagesOf(country)
            let alternates = linksByLanguage.Select(item => (item.Language, Address: Origin + page(item.Links))).ToList()
            from alternate in alternates
            select new XElement(
                Sitemaps + "url",
                new XElement(Sitemaps + "loc", alternate.Address),
                alternates.Select(other => new XElement(Xhtml + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", other.Language), new XAttribute("href", other.Address))));
        var document = new XElement(Sitemaps + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml), pages);
        return Content($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{document}\n", "application/xml", Encoding.UTF8);
    }

    [PageRoute("/robots.txt")]
    public IActionResult Robots() =>
        Content($"User-agent: *\nDisallow: {Links.Exit}\nSitemap: {Origin}{Links.Sitemap}\n", "text/plain", Encoding.UTF8);

    [PageRoute(Links.Icon)]
    public IActionResult Icon() =>
        File(typeof(SitemapController).Assembly.GetManifestResourceStream("Assets/icon.png")!, "image/png");

    private static IEnumerable<Func<Links, string>> PagesOf(PublishedCountry country) =>
    [
        links => links.Home,
        .. StepKeys.All.Select(key => (Func<Links, string>)(links => links.Step(key))),
        .. country.Providers.Select(provider => (Func<Links, string>)(links => links.Provider(provider.Slug))),
        links => links.Safety,
        links => links.About,
    ];
}
