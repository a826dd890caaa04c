using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

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

    /// <summary>True where a form is bound to the browser that sent it: for an action that has its own answer to one that is not.</summary>
    protected async Task<bool> IsBoundAsync()
    {
        try
        {
            await HttpContext.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(HttpContext);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    /// <summary>Adds an error under a field; the empty name for the whole form.</summary>
    protected void Fault(string field, string message) => ModelState.AddModelError(field, message);

    /// <summary>Says that somebody must wait before the next attempt.</summary>
    protected void FaultTooSoon(string field, TimeSpan wait) => FaultTooSoon(field, wait, T["Staff.TooSoon", (int)Math.Ceiling(wait.TotalSeconds)]);

    /// <summary>Says why a code was not taken.</summary>
    protected void FaultCode(string field, CodeRefusal refused)
    {
        switch (refused)
        {
            case { Wait: { } wait, IsTooMany: true }:
                FaultTooSoon(field, wait, T["Staff.Code.TooMany", (int)Math.Ceiling(wait.TotalMinutes)]);
                break;
            case { Wait: { } wait }:
                FaultTooSoon(field, wait);
                break;
            default:
                Fault(field, T["Staff.Code.Wrong"]);
                break;
        }
    }

    private void FaultTooSoon(string field, TimeSpan wait, string message)
    {
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        Fault(field, message);
    }
}
