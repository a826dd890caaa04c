using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Features.Admin.Shared;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Translations;

/// <summary>What is to be translated.</summary>
public sealed class TranslationsController(CurrentActor current, TranslationPages pages, Texts texts) : AdminController(texts)
{
    [PageRoute(TranslationLinks.List)]
    public IActionResult Index(TranslationsInput input) => pages.Find(current.Actor, input) is { } page ? View(page) : NotFound();
}
