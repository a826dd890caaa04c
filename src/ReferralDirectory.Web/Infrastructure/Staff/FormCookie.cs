namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Always marked as secure. The framework's own setting would refuse requests that do not come by HTTPS themselves: those from
/// localhost, and those through a proxy that ends HTTPS.
/// </summary>
internal sealed class FormCookie : CookieBuilder
{
    public FormCookie()
    {
        Name = StaffCookies.Form;
        Path = "/";
        HttpOnly = true;
        SameSite = SameSiteMode.Strict;
        IsEssential = true;
        SecurePolicy = CookieSecurePolicy.None;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
