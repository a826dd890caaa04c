using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Safety;

/// <summary>How to use the site without being found out, and what it cannot do.</summary>
public sealed class SafetyController(Texts texts) : Controller
{
    [PublicPage("/safety")]
    public IActionResult Show() => View(new SafetyPage { Title = texts["Safety.Title"] });
}
