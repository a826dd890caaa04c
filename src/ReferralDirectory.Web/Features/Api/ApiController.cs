using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Features.Api;

/// <summary>What the open data says of itself.</summary>
public sealed class ApiController(HsdsReader reader, SiteOptions site, ApiOptions options) : HsdsController(reader)
{
    private const string Version = "3.1";

    [PageRoute(HsdsAddress.Root)]
    [EndpointSummary("What this API is.")]
    [ProducesResponseType<HsdsAbout>(StatusCodes.Status200OK, "application/json")]
    public IActionResult About()
    {
        var origin = site.OriginOf(Request);
        var about = new HsdsAbout { Version = Version, Profile = origin + ApiAddress.Root, OpenapiUrl = origin + HsdsAddress.Description };
        // Where no address of the site is set, it says the one that was asked.
        return Answer(target => target.Write(JsonSerializer.SerializeToUtf8Bytes(about, HsdsJson.Of<HsdsAbout>())), mayBeKept: false);
    }

    [PageRoute(HsdsAddress.Description)]
    [EndpointSummary("This description, as OpenAPI 3.1.")]
    [ProducesResponseType<JsonElement>(StatusCodes.Status200OK, "application/json")]
    public IActionResult Description() => Answer(target => target.Write(ApiDescription.Bytes), language: ApiDescription.Language);

    [PageRoute(ApiAddress.Root)]
    [ApiExplorerSettings(IgnoreApi = true)]
    public IActionResult Show() => View(ReferencePage.For(Hsds.Texts, options));
}
