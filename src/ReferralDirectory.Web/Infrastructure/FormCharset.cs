namespace ReferralDirectory.Web.Infrastructure;

/// <summary>
/// Refuses a body that says it is in UTF-7: the framework reads no form in it, and fails instead of saying so. No browser sends one.
/// </summary>
internal static class FormCharset
{
    private const string Refused = "utf-7";

    public static bool IsRefused(HttpContext context) => context.Request.ContentType?.Contains(Refused, StringComparison.OrdinalIgnoreCase) == true;

    public static Task Refuse(HttpContext context)
    {
        // The page that says so would look for a form as well.
        context.Request.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }
}
