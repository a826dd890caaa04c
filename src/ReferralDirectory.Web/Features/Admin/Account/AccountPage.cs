using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Account;

public sealed record AccountPage : StaffPage
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required bool HasAuthenticator { get; init; }

    public required int Passkeys { get; init; }

    public required int RecoveryCodes { get; init; }

    public static AccountPage For(Texts texts, StaffMember member, int recoveryCodes) => new()
    {
        Title = texts["Staff.Account.Title"],
        Name = member.DisplayName,
        Email = member.UserName!,
        HasAuthenticator = member.AuthenticatorKey is not null,
        Passkeys = member.Passkeys.Count,
        RecoveryCodes = recoveryCodes,
    };
}
