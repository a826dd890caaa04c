using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Shared;

/// <summary>
/// What every controller of the admin area is: closed to strangers (see <see cref="Infrastructure.Staff.StaffDoor"/>), its forms bound to
/// the browser, and able to bring back what was typed.
/// </summary>
[AutoValidateAntiforgeryToken]
[BringsFormsBack]
public abstract class AdminController(Texts texts) : Controller
{
    /// <summary>Texts of the interface.</summary>
    protected Texts T => texts;

    /// <summary>Answers 303, so that the next page is got and not sent again.</summary>
    protected IActionResult SeeOther(string address)
    {
        Response.Headers.Location = address;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>A page again, because what it sent was refused.</summary>
    protected ViewResult Again(string view, object page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, page);
    }

    /// <summary>Adds an error under a field; the empty name for the whole form.</summary>
    protected void Fault(string field, string message) => ModelState.AddModelError(field, message);

    /// <summary>Says that somebody must wait before the next attempt.</summary>
    protected void FaultTooSoon(string field, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Fault(field, T["Staff.TooSoon", seconds]);
    }
}
