using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Home;

/// <summary>The home page of a country, and the ways to it.</summary>
public sealed class HomeController(Reader reader, Texts texts) : Controller
{
    [PublicPage]
    public IActionResult Show() => View(HomePage.For(reader, texts));

    /// <summary>The front door, and a language alone: the language of the address or of the browser.</summary>
    [PageRoute("/")]
    [PageRoute("/{language:language}")]
    public IActionResult Enter()
    {
        Response.Headers.Location = reader.Links.Home;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
