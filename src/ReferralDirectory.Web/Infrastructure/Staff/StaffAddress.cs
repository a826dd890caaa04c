namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Addresses of the admin area that its door leads to.</summary>
public static class StaffAddress
{
    public const string SetUp = StaffDoor.Root + "/set-up";

    /// <summary>The query parameter that says where to go on.</summary>
    public const string ReturnParameter = "returnUrl";

    public static string SignIn(string? returnUrl = null) => With("/sign-in", returnUrl);

    /// <summary>The same, after too many codes were wrong.</summary>
    public static string SignInAfterWrongCodes(string? returnUrl) => $"{SignIn(returnUrl)}{(SignIn(returnUrl).Contains('?', StringComparison.Ordinal) ? '&' : '?')}wrongCodes=true";

    public static string SecondFactor(string? returnUrl) => With("/sign-in/second", returnUrl);

    public static string Confirm(string? returnUrl) => With("/confirm", returnUrl);

    /// <summary>The address to go on to, if it is one of the admin area; otherwise the dashboard.</summary>
    public static string Local(string? returnUrl) =>
        returnUrl is not null
        && (returnUrl == StaffDoor.Root || returnUrl.StartsWith(StaffDoor.Root + "/", StringComparison.Ordinal) || returnUrl.StartsWith(StaffDoor.Root + "?", StringComparison.Ordinal))
        && !returnUrl.Contains('\\', StringComparison.Ordinal) && !returnUrl.Any(char.IsControl) && Uri.IsWellFormedUriString(returnUrl, UriKind.Relative)
            ? returnUrl
            : StaffDoor.Root;

    private static string With(string path, string? returnUrl) =>
        Local(returnUrl) == StaffDoor.Root ? StaffDoor.Root + path : $"{StaffDoor.Root}{path}?{ReturnParameter}={Uri.EscapeDataString(Local(returnUrl))}";
}
