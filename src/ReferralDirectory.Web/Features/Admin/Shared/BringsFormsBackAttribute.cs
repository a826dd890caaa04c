using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Shared;

/// <summary>
/// Shows a form with what was typed before somebody had to sign in again, and keeps one whose binding to the browser was lost. Nothing
/// is saved by itself: they read it and send it once more.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BringsFormsBackAttribute : Attribute, IAsyncActionFilter, IAsyncAlwaysRunResultFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (HttpMethods.IsGet(http.Request.Method) && Guid.TryParse(http.Request.Query[KeptForms.Parameter], out var id)
            && services.GetRequiredService<CurrentStaff>() is { IsSignedIn: true } staff
            && await services.GetRequiredService<KeptForms>().FindAsync(id, staff.Id, http.Request.Path.Value!, http.RequestAborted) is { } fields)
        {
            foreach (var (name, values) in fields)
            {
                context.ModelState.SetModelValue(name, new ValueProviderResult(values));
            }

            context.ModelState.AddModelError("", services.GetRequiredService<Texts>()["Staff.Form.BroughtBack"]);
        }

        await next();
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult
            && await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.HttpContext) is { } address && KeptForms.IsKeptAt(address))
        {
            context.HttpContext.Response.Headers.Location = address;
            context.Result = new StatusCodeResult(StatusCodes.Status303SeeOther);
        }

        await next();
    }
}
