using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.SignIn;

public sealed record SignInPage : StaffPage
{
    public required string ReturnUrl { get; init; }

    /// <summary>True where something they typed waits for them.</summary>
    public bool HasKeptForm { get; init; }

    /// <summary>True where something they typed was too long to wait for them, or a file.</summary>
    public bool HasLostForm { get; init; }

    /// <summary>True where they were led here since too many codes were wrong.</summary>
    public bool HadWrongCodes { get; init; }

    public static SignInPage For(Texts texts, string? returnUrl) => new()
    {
        Title = texts["Staff.SignIn.Title"],
        ReturnUrl = StaffAddress.Local(returnUrl),
        HasKeptForm = KeptForms.IsKeptAt(returnUrl),
        HasLostForm = KeptForms.IsLostAt(returnUrl),
    };
}
