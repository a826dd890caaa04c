using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Account;

public sealed record FactorsPage : StaffPage
{
    public required bool HasAuthenticator { get; init; }

    /// <summary>Each passkey's id and the day it was made.</summary>
    public required IReadOnlyList<(string Id, string Made)> Passkeys { get; init; }

    public static FactorsPage For(Texts texts, StaffMember member) => new()
    {
        Title = texts["Staff.Factors.Title"],
        HasAuthenticator = member.AuthenticatorKey is not null,
        Passkeys = [.. member.Passkeys.Select(passkey => (Convert.ToHexString(passkey.CredentialId), passkey.Data.Name ?? ""))],
    };
}
