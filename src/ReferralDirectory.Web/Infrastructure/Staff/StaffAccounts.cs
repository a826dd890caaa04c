using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Passwords, authenticator apps and recovery codes of staff members.</summary>
public sealed class StaffAccounts(DirectoryDb db, IDataProtectionProvider protection, StaffAudit audit, StaffSessions sessions, StaffInvitations invitations, TimeProvider time)
{
    /// <summary>PBKDF2 with SHA-512, as OWASP advises.</summary>
    private const int HashIterations = 220_000;

    // Hashing takes a core for a tenth of a second: sign-ins must not take every core from the public pages.
    private static readonly SemaphoreSlim Hashing = new(Math.Max(1, Environment.ProcessorCount / 2));

    private static readonly PasswordHasher<StaffMember> Hasher = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = HashIterations }));

    // Checked where there is no account, so that this takes as long as where there is one.
    private static readonly Lazy<string> NobodysHash = new(() => Hasher.HashPassword(null!, OneTimeSecret.NewToken()));

    private readonly IDataProtector keys = protection.CreateProtector("AuthenticatorKeys");

    /// <summary>The member of an e-mail address, with their passkeys.</summary>
    public Task<StaffMember?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var name = StaffMember.Normalize(email);
        return db.StaffMembers.Include(member => member.Passkeys).FirstOrDefaultAsync(member => member.NormalizedUserName == name, cancellationToken);
    }

    /// <summary>The member of an id, with their passkeys.</summary>
    public Task<StaffMember> GetAsync(Guid id, CancellationToken cancellationToken) => db.StaffMembers.Include(member => member.Passkeys).FirstAsync(member => member.Id == id, cancellationToken);

    /// <summary>True where a colleague, those who may no longer enter as well, has a name or an address that looks the same.</summary>
    public async Task<bool> IsNameOfAnotherAsync(string name, Guid id, CancellationToken cancellationToken)
    {
        var key = StaffName.KeyOf(name);
        var others = await db.StaffMembers.Where(member => member.Id != id).Select(member => new { member.DisplayName, member.UserName }).ToListAsync(cancellationToken);
        return others.Exists(other => StaffName.KeyOf(other.DisplayName) == key || StaffName.KeyOf(other.UserName!) == key);
    }

    /// <summary>True where the password is the member's and they may enter. Takes as long in every other case.</summary>
    public async Task<bool> CheckPasswordAsync(StaffMember? member, string password, CancellationToken cancellationToken)
    {
        var mayEnter = member is { PasswordHash: not null, RevokedAt: null };
        await Hashing.WaitAsync(cancellationToken);
        try
        {
            return Hasher.VerifyHashedPassword(member!, mayEnter ? member!.PasswordHash! : NobodysHash.Value, password) != PasswordVerificationResult.Failed && mayEnter;
        }
        finally
        {
            Hashing.Release();
        }
    }

    /// <summary>Sets a password that was checked by <see cref="PasswordRules"/>. Browsers known before are strangers again.</summary>
    public static void SetPassword(StaffMember member, string password)
    {
        member.PasswordHash = Hasher.HashPassword(member, password);
        member.SecurityStamp = OneTimeSecret.NewToken();
    }

    /// <summary>Takes an authenticator's code or a recovery code; each once.</summary>
    public async Task<bool> UseCodeAsync(StaffMember member, string code, CancellationToken cancellationToken)
    {
        if (OneTimeSecret.ReadCode(code) is { } recovery)
        {
            var hash = OneTimeSecret.Hash(recovery);
            return await audit.TryRecordAsync(
                member.Id,
                member.Id,
                AuditAction.RecoveryCodeUsed,
                async () => await db.StaffRecoveryCodes.Where(known => known.StaffMemberId == member.Id && known.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 1,
                cancellationToken);
        }

        if (KeyOf(member) is not { } key || AuthenticatorCodes.Check(key, code, time.GetUtcNow(), member.LastCodeStep) is not { } step)
        {
            return false;
        }

        // Of two requests with one code, one finds it used.
        return await db.StaffMembers.Where(found => found.Id == member.Id && found.LastCodeStep < step).ExecuteUpdateAsync(set => set.SetProperty(found => found.LastCodeStep, step), cancellationToken) == 1;
    }

    /// <summary>Makes an authenticator's secret the member's, once they have shown a code of it.</summary>
    /// <returns>False where it should be the first factor and there is one by now, or they were signed out meanwhile.</returns>
    public Task<bool> SetAuthenticatorAsync(StaffMember member, byte[] key, long step, bool isFirst, CancellationToken cancellationToken)
    {
        return audit.TryRecordAsync(member.Id, member.Id, AuditAction.AuthenticatorSet, SetAsync, cancellationToken);

        async Task<bool> SetAsync()
        {
            if (isFirst && !await BeginFirstFactorAsync(member, cancellationToken))
            {
                return false;
            }

            member.AuthenticatorKey = Convert.ToBase64String(keys.Protect(key));
            member.LastCodeStep = step;
            return true;
        }
    }

    /// <summary>
    /// Inside a transaction that writes, before a first second factor is set: whoever signed in with the password alone, or is about to,
    /// comes no further.
    /// </summary>
    /// <returns>False where there is one by now.</returns>
    public async Task<bool> BeginFirstFactorAsync(StaffMember member, CancellationToken cancellationToken)
    {
        if (await db.StaffMembers.AnyAsync(now => now.Id == member.Id && (now.AuthenticatorKey != null || now.Passkeys.Any()), cancellationToken))
        {
            return false;
        }

        member.SecurityStamp = OneTimeSecret.NewToken();
        return true;
    }

    /// <summary>New recovery codes in place of all earlier ones. This is the only time they are known.</summary>
    /// <returns>Null where they were signed out meanwhile.</returns>
    public async Task<IReadOnlyList<string>?> NewRecoveryCodesAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var codes = Enumerable.Range(0, StaffRecoveryCode.Count).Select(_ => OneTimeSecret.NewCode()).ToList();
        return await audit.RecordAsync(memberId, memberId, AuditAction.RecoveryCodesMade, ReplaceAsync, cancellationToken) ? codes : null;

        async Task ReplaceAsync()
        {
            await db.StaffRecoveryCodes.Where(code => code.StaffMemberId == memberId).ExecuteDeleteAsync(cancellationToken);
            db.AddRange(codes.Select(code => new StaffRecoveryCode { StaffMemberId = memberId, Hash = OneTimeSecret.Hash(code) }));
        }
    }

    /// <summary>Recovery codes left.</summary>
    public Task<int> CountRecoveryCodesAsync(Guid memberId, CancellationToken cancellationToken) => db.StaffRecoveryCodes.CountAsync(code => code.StaffMemberId == memberId, cancellationToken);

    /// <summary>Sets a new password. Every other browser is signed out, and a link to set the account up that nobody has used ends.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="password">Checked by <see cref="PasswordRules"/>.</param>
    /// <param name="session">The one that stays.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where that one was signed out meanwhile.</returns>
    public Task<bool> ChangePasswordAsync(StaffMember member, string password, StaffSession session, CancellationToken cancellationToken)
    {
        SetPassword(member, password);
        return audit.RecordAsync(member.Id, member.Id, AuditAction.PasswordChanged, () => EndWaysInAsync(member.Id, session.Id, cancellationToken), cancellationToken);
    }

    /// <summary>Signs them out of every browser; a link to set the account up that nobody has used ends.</summary>
    public Task SignOutEverywhereAsync(Guid memberId, CancellationToken cancellationToken) =>
        audit.RecordAsync(memberId, memberId, AuditAction.SignedOutEverywhere, () => EndWaysInAsync(memberId, null, cancellationToken), cancellationToken);

    /// <summary>Changes what colleagues call them.</summary>
    public Task RenameAsync(StaffMember member, string name, CancellationToken cancellationToken) =>
        audit.RecordAsync(member.Id, member.Id, AuditAction.Renamed, () => Task.FromResult(member.DisplayName = name), cancellationToken);

    /// <summary>Notes the language they read in, which is nobody else's business.</summary>
    public Task SetLanguageAsync(Guid memberId, LanguageTag language, CancellationToken cancellationToken) =>
        db.StaffMembers.Where(member => member.Id == memberId).ExecuteUpdateAsync(set => set.SetProperty(member => member.Language, language), cancellationToken);

    private async Task EndWaysInAsync(Guid memberId, Guid? except, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(memberId, except);
        await invitations.EndUnusedAsync(memberId, cancellationToken);
    }

    private byte[]? KeyOf(StaffMember member)
    {
        try
        {
            return member.AuthenticatorKey is null ? null : keys.Unprotect(Convert.FromBase64String(member.AuthenticatorKey));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
