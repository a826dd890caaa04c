using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.About;

/// <summary>Sources, freshness, privacy, accessibility.</summary>
public sealed class AboutController(Reader reader, Texts texts) : Controller
{
    [PublicPage("/about")]
    public IActionResult Show() => View(AboutPage.For(reader, texts));
}
