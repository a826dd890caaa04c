using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Exchange.Hsds;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>Services of the standard.</summary>
public sealed class ServicesController(HsdsReader reader) : HsdsController(reader)
{
    [PageRoute(HsdsAddress.Services)]
    [HttpPost(HsdsAddress.Services)]
    [RequestSizeLimit(FormMaxBytes)]
    [IgnoreAntiforgeryToken]
    [EndpointSummary("A page of services.")]
    [ProducesResponseType<HsdsList<HsdsService>>(StatusCodes.Status200OK, "application/json", LinesAnswer.MediaType)]
    public IActionResult List(ServiceParameters parameters) => parameters.Minimal == true
        ? ListOf(parameters, FindAsync, offer => HsdsMapping.Modified(offer.Provider, offer.Service))
        : ListOf(
            parameters,
            FindAsync,
            offer => parameters.Full == true ? Hsds.Mapping.FullService(offer.Country, offer.Provider, offer.Service) : Hsds.Mapping.Service(offer.Provider, offer.Service));

    [PageRoute(HsdsAddress.Services + HsdsAddress.One)]
    [EndpointSummary("One service with all that belongs to it.")]
    [ProducesResponseType<HsdsService>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, ProblemAnswer.MediaType)]
    public IActionResult Show(Guid id) => One(
        () => Hsds.Directory.FindService(id) is { } offer ? Hsds.Mapping.FullService(offer.Country, offer.Provider, offer.Service) : null);

    private Task<IReadOnlyList<HsdsOffer>> FindAsync(HsdsQuery query) => Hsds.Directory.FindServicesAsync(query, Hsds.Search);
}
