using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Steps;

/// <summary>The first five steps; the sixth is the list of providers.</summary>
public sealed class StepsController(Reader reader, Texts texts) : Controller
{
    [PublicPage("/steps/{step:step}")]
    public IActionResult Show(string step) =>
        StepKeys.FromSlug(step) is { } key ? View(StepPage.For(reader, texts, key)) : NotFound();
}
