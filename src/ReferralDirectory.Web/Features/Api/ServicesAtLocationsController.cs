using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>Services at locations, of the standard.</summary>
public sealed class ServicesAtLocationsController(HsdsReader reader) : HsdsController(reader)
{
    [PageRoute(HsdsAddress.ServicesAtLocations)]
    [HttpPost(HsdsAddress.ServicesAtLocations)]
    [RequestSizeLimit(FormMaxBytes)]
    [IgnoreAntiforgeryToken]
    [EndpointSummary("A page of services at locations. A service whose place is not stated is not among them.")]
    [ProducesResponseType<HsdsList<HsdsServiceAtLocation>>(StatusCodes.Status200OK, "application/json", LinesAnswer.MediaType)]
    public IActionResult List(RecordParameters parameters) => ListOf(
        parameters,
        query => Hsds.Directory.FindServicesAtLocationsAsync(query, Hsds.Search),
        placed => Hsds.Mapping.ServiceAtLocation(placed, parameters.Full == true));

    [PageRoute(HsdsAddress.ServicesAtLocations + HsdsAddress.One)]
    [EndpointSummary("One service at one location, with all that belongs to it.")]
    [ProducesResponseType<HsdsServiceAtLocation>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, ProblemAnswer.MediaType)]
    public IActionResult Show(Guid id) => One(
        () => Hsds.Directory.FindServiceAtLocation(id) is { } placed ? Hsds.Mapping.ServiceAtLocation(placed, isFull: true) : null);
}
