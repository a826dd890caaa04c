using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Security headers on every answer of every status: only kept pages, which write them themselves, come before it. Its callback is
/// registered first, so it runs last, after everything that may have cleared or changed headers.
/// </summary>
public sealed class SecurityHeadersMiddleware(RequestDelegate next, SecurityHeaders headers)
{
    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // Now: while an error's page is made, the address is another.
        context.Response.OnStarting(StaffDoor.IsBefore(context.Request.Path) ? WriteForStaff : ApiAddress.IsIn(context.Request.Path) ? WriteForApi : WriteForPublic, context);
        return next(context);
    }

    private Task WriteForStaff(object context)
    {
        headers.WriteForStaff((HttpContext)context);
        return Task.CompletedTask;
    }

    private Task WriteForApi(object context)
    {
        headers.WriteForApi((HttpContext)context);
        return Task.CompletedTask;
    }

    private Task WriteForPublic(object context)
    {
        headers.WriteForPublic((HttpContext)context);
        return Task.CompletedTask;
    }
}
