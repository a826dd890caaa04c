using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>The sixth step: who helps, and how to reach them.</summary>
public sealed class ProvidersController(Reader reader, ProviderSearch search, Texts texts) : Controller
{
    [PublicPage("/providers")]
    public IActionResult Index()
    {
        if (ProviderParameters.All.Any(name => Request.Query[name].Count > 1))
        {
            return BadRequest();
        }

        return ProviderFilter.Parse(Request.Query, reader) is { } filter
            && ProvidersPage.For(reader, texts, filter, search.Find(reader.Country, filter.Query, ProvidersPage.SkippedBefore(filter.Page), ProvidersPage.Size)) is { } page
                ? View(page)
                : NotFound();
    }

    [PublicPage("/providers/{provider}")]
    public IActionResult Show(string provider) =>
        reader.Country.FindProvider(provider) is { } found ? View(ProviderPage.For(reader, texts, found)) : NotFound();

    [PageRoute(ReaderRouteConstraints.CountryRoot + "/providers/{provider}/contact.vcf")]
    public IActionResult Card(string provider) =>
        reader.Country.FindProvider(provider) is { } found
            ? File(ProviderCard.Write(found, reader.Language.Tag), ProviderCard.MediaType, $"{found.Slug}.vcf")
            : NotFound();
}
