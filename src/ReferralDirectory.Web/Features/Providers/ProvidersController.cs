using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>The sixth step: who helps, and how to reach them.</summary>
public sealed class ProvidersController(Reader reader, ProviderSearch search, Texts texts) : Controller
{
    /// <summary>Bytes of a search by script: the longest words and all filters, with room to spare.</summary>
    private const int FormMaxBytes = 8 * 1024;

    [PublicPage("/providers")]
    public IActionResult Index() => Find(name => Request.Query[name], (filter, found) => View(ProvidersPage.For(reader, texts, filter, found)));

    /// <summary>
    /// What changes in the list while one types. Words come in the body, so that they stand in no address, history or log;
    /// nothing is changed by it, and it needs no antiforgery token.
    /// </summary>
    [HttpPost(ReaderRouteConstraints.CountryRoot + "/providers/found")]
    [RequestSizeLimit(FormMaxBytes)]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> Found(CancellationToken cancellationToken)
    {
        if (!Request.HasFormContentType)
        {
            return StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var form = await Request.ReadFormAsync(cancellationToken);
            return Find(name => form[name], (_, found) => View(found));
        }
        catch (InvalidDataException)
        {
            return BadRequest();
        }
    }

    [PublicPage("/providers/{provider}")]
    public IActionResult Show(string provider) =>
        reader.Country.FindProvider(provider) is { } found ? View(ProviderPage.For(reader, texts, found)) : NotFound();

    [PageRoute(ReaderRouteConstraints.CountryRoot + "/providers/{provider}/contact.vcf")]
    public IActionResult Card(string provider) =>
        reader.Country.FindProvider(provider) is { } found
            ? File(ProviderCard.Write(found, reader.Language.Tag), ProviderCard.MediaType, ProviderCard.FileName)
            : NotFound();

    private IActionResult Find(Func<string, StringValues> parameters, Func<ProviderFilter, FoundProviders, IActionResult> show)
    {
        if (ProviderParameters.All.Any(name => parameters(name).Count > 1))
        {
            return BadRequest();
        }

        return ProviderFilter.Parse(parameters, reader) is { } filter
            && FoundProviders.For(reader, texts, filter, search.Find(reader.Country, filter.Query, filter.Skip, FoundProviders.PageSize)) is { } found
                ? show(filter, found)
                : NotFound();
    }
}
