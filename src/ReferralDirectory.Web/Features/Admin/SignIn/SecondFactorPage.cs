using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.SignIn;

public sealed record SecondFactorPage : StaffPage
{
    public required string ReturnUrl { get; init; }

    public required bool HasPasskey { get; init; }

    public static SecondFactorPage For(Texts texts, StaffMember member, string? returnUrl) => new()
    {
        Title = texts["Staff.Second.Title"],
        ReturnUrl = StaffAddress.Local(returnUrl),
        HasPasskey = member.Passkeys.Count > 0,
    };
}
