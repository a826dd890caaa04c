using Microsoft.AspNetCore.Identity;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Hashes of passwords: PBKDF2 with SHA-512.</summary>
public sealed class PasswordHashing
{
    /// <summary>As OWASP advises.</summary>
    public const int Iterations = 220_000;

    private readonly PasswordHasher<StaffMember> hasher;
    private readonly HashingTurns turns;

    // Checked where there is no account, so that this takes as long as where there is one; made before anybody asks, so that the first
    // who asks does not wait for it.
    private readonly string nobodysHash;

    /// <param name="iterations">How often: what a guess costs.</param>
    /// <param name="turns">Whose password is next.</param>
    public PasswordHashing(int iterations, HashingTurns turns)
    {
        this.turns = turns;
        hasher = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        nobodysHash = hasher.HashPassword(null!, OneTimeSecret.NewToken());
    }

    /// <summary>Sets a password that was checked by <see cref="PasswordRules"/>. Browsers known before are strangers again.</summary>
    public void SetPassword(StaffMember member, string password)
    {
        member.PasswordHash = hasher.HashPassword(member, password);
        StaffAccounts.RenewStamp(member);
    }

    /// <summary>True where the password is the one of the hash; where there is no hash, it takes as long.</summary>
    /// <param name="member">Whose; null where nobody has the address.</param>
    /// <param name="hash">Null where nobody may enter.</param>
    /// <param name="password">As typed.</param>
    /// <param name="isKnown">See <see cref="Attempt.IsKnown"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<bool> CheckAsync(StaffMember? member, string? hash, string password, bool isKnown, CancellationToken cancellationToken)
    {
        using var turn = await turns.TakeAsync(isKnown, cancellationToken);
        return hasher.VerifyHashedPassword(member!, hash ?? nobodysHash, password) != PasswordVerificationResult.Failed && hash is not null;
    }
}
