namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>The cookies of the admin area: for this host alone, over HTTPS or on localhost alone, for no script, for no other site.</summary>
public static class StaffCookies
{
    public const string Session = "__Host-session";

    /// <summary>A browser that somebody signed in with before: see <see cref="KnownDevices"/>.</summary>
    public const string Device = "__Host-device";

    /// <summary>The language of the pages.</summary>
    public const string Language = "__Host-language";

    /// <summary>Binds forms to the browser.</summary>
    public const string Form = "__Host-form";

    public static void Set(HttpContext context, string name, string value, TimeSpan? lifetime = null) => context.Response.Cookies.Append(name, value, Options(lifetime));

    public static void Delete(HttpContext context, string name) => context.Response.Cookies.Delete(name, Options(null));

    private static CookieOptions Options(TimeSpan? lifetime) => new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
        MaxAge = lifetime,
    };
}
