using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Errors;

/// <summary>Every error's page: what happened, and what to do next.</summary>
public sealed class ErrorsController(Reader reader, Texts texts, SiteStart start) : Controller
{
    /// <summary>Any method: the request that failed keeps its own.</summary>
    [Route("/error")]
    public IActionResult Show()
    {
        if ((HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path) is not { } path)
        {
            return NotFound();
        }

        // As it stands: to take the text for a path would decode it once more, and fail where it then holds what no path may.
        var failed = new PathString(path);
        return StaffDoor.IsBefore(failed) ? View("Staff", HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } problem ? StaffPage(problem) : StaffErrorPage.For(texts, Response.StatusCode, HttpContext.Features.Get<RefusedForm>(), null))
            : ApiAddress.IsIn(failed) ? ProblemAnswer.For(texts, Response.StatusCode)
            : start.ShowsPages ? View(ErrorPage.For(reader, texts, Response.StatusCode))
            : View("Closed", ClosedPage.For(reader, texts));
    }

    private StaffErrorPage StaffPage(IExceptionHandlerPathFeature problem)
    {
        var isOfDatabase = Response.StatusCode == StatusCodes.Status503ServiceUnavailable;
        return isOfDatabase && HttpContext.RequestServices.GetRequiredService<DatabasePlace>().TroubleOf(problem.Error) is { } trouble
            // While the site is closed, nothing opens the database, not even for the keys that tell whose form it is.
            ? StaffErrorPage.For(texts, trouble, start.ShowsPages, start.Problem is null ? TypedForm.Of(HttpContext, problem) : null)
            : StaffErrorPage.For(texts, Response.StatusCode, null, problem.Error);
    }
}
