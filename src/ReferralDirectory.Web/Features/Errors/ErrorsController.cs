using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Errors;

/// <summary>Every error's page: what happened, and what to do next.</summary>
public sealed class ErrorsController(Reader reader, Texts texts) : Controller
{
    /// <summary>Any method: the request that failed keeps its own.</summary>
    [Route("/error")]
    public IActionResult Show()
    {
        var hasFailed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not null;
        return hasFailed ? View(ErrorPage.For(reader, texts, Response.StatusCode)) : NotFound();
    }
}
