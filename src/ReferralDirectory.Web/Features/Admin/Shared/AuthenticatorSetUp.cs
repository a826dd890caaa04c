using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Features.Admin.Shared;

/// <summary>Sets up an authenticator app: shows a secret, and takes it once a code of it was typed. The secret travels sealed in the page.</summary>
public sealed class AuthenticatorSetUp(StaffAccounts accounts, CurrentStaff staff, IDataProtectionProvider protection, Texts texts, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("AuthenticatorSetUp");

    /// <summary>What to show.</summary>
    /// <param name="sealedKey">The secret of a page that was shown before; null for a new one.</param>
    public NewAuthenticator Show(string? sealedKey)
    {
        var key = Open(sealedKey) ?? AuthenticatorCodes.NewKey();
        var spelled = string.Join(' ', AuthenticatorCodes.Spell(key).Chunk(4).Select(group => new string(group)));
        return new NewAuthenticator(QrCode.Of(AuthenticatorCodes.Address(key, texts["Site.Name"], staff.Access.Email)), spelled, protector.Protect($"{staff.Id}|{Convert.ToBase64String(key)}"));
    }

    /// <summary>Takes the secret.</summary>
    /// <returns>NoProof where the code is not of it; Closed.</returns>
    public async Task<FactorResult> TakeAsync(string? sealedKey, string? code, CancellationToken cancellationToken)
    {
        if (Open(sealedKey) is not { } key || AuthenticatorCodes.Check(key, code ?? "", time.GetUtcNow(), 0) is not { } step)
        {
            return FactorResult.NoProof;
        }

        return await accounts.SetAuthenticatorAsync(await accounts.GetAsync(staff.Id, cancellationToken), key, step, staff.Session!, cancellationToken) ? FactorResult.Done : FactorResult.Closed;
    }

    private byte[]? Open(string? sealedKey)
    {
        try
        {
            return !string.IsNullOrEmpty(sealedKey) && protector.Unprotect(sealedKey).Split('|') is [var id, var key] && id == staff.Id.ToString() ? Convert.FromBase64String(key) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
