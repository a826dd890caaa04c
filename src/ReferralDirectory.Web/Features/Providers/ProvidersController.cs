using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.PageCache;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>The sixth step: who helps, and how to reach them.</summary>
public sealed class ProvidersController(Reader reader, ProviderSearch search, Texts texts) : Controller
{
    /// <summary>Bytes of a search by script: the longest words and all filters, with room to spare.</summary>
    private const int FormMaxBytes = 8 * 1024;

    [FreshPage]
    [PublicPage("/providers")]
    public Task<IActionResult> Index() => FindAsync(name => Request.Query[name], isWhole: true);

    /// <summary>
    /// What changes in the list while one types. Words come in the body, so that they stand in no address, history or log;
    /// nothing is changed by it, and it needs no antiforgery token.
    /// </summary>
    [FreshPage]
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
            return await FindAsync(name => form[name], isWhole: false);
        }
        catch (Exception problem) when (problem is InvalidDataException or (IOException and not BadHttpRequestException))
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
            ? File(ProviderCard.Write(found, reader.Language.Tag), ProviderCard.ContentType, ProviderCard.FileName)
            : NotFound();

    private async Task<IActionResult> FindAsync(Func<string, StringValues> parameters, bool isWhole)
    {
        if (ProviderParameters.All.Any(name => parameters(name).Count > 1))
        {
            return BadRequest();
        }

        if (ProviderFilter.Parse(parameters, reader) is not { } filter)
        {
            return NotFound();
        }

        await search.PrepareAsync(reader.Country);
        var results = search.Find(reader.Country, filter.Query, filter.Skip, ListAnswer.PageSize);
        return Pagination.For(results.Total, ListAnswer.PageSize, filter.Page, page => reader.Links.ProvidersFor(filter.Query, page)) is { } pages
            ? new ListResult(new ListAnswer(filter, results, pages), isWhole, reader, texts)
            : NotFound();
    }
}
