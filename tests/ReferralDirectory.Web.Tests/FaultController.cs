using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace ReferralDirectory.Web.Tests;

/// <summary>Ends in every way that the site's own actions cannot be brought to end in.</summary>
public sealed class FaultController : Controller
{
    public const string Canary = "canary-of-an-exception";

    public static void Add(IServiceCollection services) => services.AddControllers().AddApplicationPart(typeof(FaultController).Assembly);

    [HttpGet("/test/status/{status:int}")]
    public IActionResult Status(int status) => StatusCode(status);

    [HttpGet("/test/fault")]
    [HttpGet("/api/test/fault")]
    public IActionResult Fault() => throw new InvalidOperationException(Canary + Request.Path);

    [HttpGet("/test/bad-request")]
    public IActionResult Bad() => throw new BadHttpRequestException(Canary + Request.Path, StatusCodes.Status413PayloadTooLarge);
}
