using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>Organisations of the standard.</summary>
public sealed class OrganizationsController(HsdsReader reader) : HsdsController(reader)
{
    [PageRoute(HsdsAddress.Organizations)]
    [HttpPost(HsdsAddress.Organizations)]
    [RequestSizeLimit(FormMaxBytes)]
    [IgnoreAntiforgeryToken]
    [EndpointSummary("A page of organizations.")]
    [ProducesResponseType<HsdsList<HsdsOrganization>>(StatusCodes.Status200OK, "application/json", LinesAnswer.MediaType)]
    public IActionResult List(OrganizationParameters parameters) => ListOf(
        parameters,
        query => Hsds.Directory.FindOrganizationsAsync(query, Hsds.Search),
        entry => parameters.FullService == true || parameters.Full == true
            ? Hsds.Mapping.FullOrganization(entry.Country, entry.Provider, parameters.FullService == true)
            : Hsds.Mapping.Organization(entry.Provider));

    [PageRoute(HsdsAddress.Organizations + HsdsAddress.One)]
    [EndpointSummary("One organization with all that belongs to it.")]
    [ProducesResponseType<HsdsOrganization>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, ProblemAnswer.MediaType)]
    public IActionResult Show(Guid id, [ModelBinder(Name = "full_service"), Description("'true' for its services with all that belongs to them.")] bool? fullService) => One(
        () => Hsds.Directory.FindOrganization(id) is { } entry ? Hsds.Mapping.FullOrganization(entry.Country, entry.Provider, fullService == true) : null,
        "full_service");
}
