using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Passwords, authenticator apps and recovery codes of staff members.</summary>
public sealed class StaffAccounts(DirectoryDb db, IDataProtectionProvider protection, StaffAudit audit, StaffSessions sessions, StaffInvitations invitations, ColleagueNames names, PasswordHashing hashing, TimeProvider time)
{
    private readonly IDataProtector keys = protection.CreateProtector("AuthenticatorKeys");

    /// <summary>The member of an e-mail address, with their passkeys.</summary>
    public Task<StaffMember?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var name = StaffMember.Normalize(email);
        return db.StaffMembers.Include(member => member.Passkeys).FirstOrDefaultAsync(member => member.NormalizedUserName == name, cancellationToken);
    }

    /// <summary>The member of an id, with their passkeys.</summary>
    public Task<StaffMember> GetAsync(Guid id, CancellationToken cancellationToken) => db.StaffMembers.Include(member => member.Passkeys).FirstAsync(member => member.Id == id, cancellationToken);

    /// <summary>True where the password is the member's and they may enter. Takes as long in every other case.</summary>
    /// <param name="member">Null where nobody has the address.</param>
    /// <param name="password">As typed.</param>
    /// <param name="isKnown">See <see cref="Attempt.IsKnown"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<bool> CheckPasswordAsync(StaffMember? member, string password, bool isKnown, CancellationToken cancellationToken) =>
        hashing.CheckAsync(member, member is { RevokedAt: null } ? member.PasswordHash : null, password, isKnown, cancellationToken);

    /// <summary>Whoever is about to sign in with what was good until now comes no further, and browsers known before are strangers.</summary>
    public static void RenewStamp(StaffMember member) => member.SecurityStamp = OneTimeSecret.NewToken();

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

    /// <summary>Makes an authenticator's secret the member's, once they have shown a code of it. Every other browser is signed out.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="key">The secret.</param>
    /// <param name="step">Of the code.</param>
    /// <param name="session">The one that stays; by its stage, whether this is the first second factor.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where it should be the first factor and there is one by now, or they were signed out meanwhile.</returns>
    public Task<bool> SetAuthenticatorAsync(StaffMember member, byte[] key, long step, StaffSession session, CancellationToken cancellationToken)
    {
        return audit.TryRecordAsync(member.Id, member.Id, AuditAction.AuthenticatorSet, SetAsync, cancellationToken);

        async Task<bool> SetAsync()
        {
            if (session.Stage == StaffSessionStage.SettingUp && !await BeginFirstFactorAsync(member, cancellationToken))
            {
                return false;
            }

            RenewStamp(member);
            await sessions.EndAllAsync(member.Id, except: session.Id);
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

        RenewStamp(member);
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

    /// <summary>Sets a new password. Every other browser is signed out, and links that nobody has used end: to this account, and those they made.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="password">Checked by <see cref="PasswordRules"/>.</param>
    /// <param name="session">The one that stays.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where that one was signed out meanwhile.</returns>
    public Task<bool> ChangePasswordAsync(StaffMember member, string password, StaffSession session, CancellationToken cancellationToken)
    {
        hashing.SetPassword(member, password);
        return audit.RecordAsync(member.Id, member.Id, AuditAction.PasswordChanged, () => EndWaysInAsync(member.Id, session.Id, cancellationToken), cancellationToken);
    }

    /// <summary>Signs them out of one browser.</summary>
    public Task SignOutAsync(StaffSession session) => session.Stage == StaffSessionStage.SignedIn
        ? audit.DoAndRecordAsync(session.StaffMemberId, AuditAction.SignedOut, () => sessions.EndAsync(session), CancellationToken.None)
        : sessions.EndAsync(session);

    /// <summary>Signs them out of every browser, also where they are about to sign in; links that nobody has used end as with a new password.</summary>
    public Task SignOutEverywhereAsync(Guid memberId, CancellationToken cancellationToken)
    {
        return audit.DoAndRecordAsync(memberId, AuditAction.SignedOutEverywhere, EndAsync, cancellationToken);

        async Task EndAsync()
        {
            RenewStamp(await GetAsync(memberId, cancellationToken));
            await EndWaysInAsync(memberId, null, cancellationToken);
        }
    }

    /// <summary>Changes what colleagues call them.</summary>
    /// <returns>Done; NameTaken; NotAllowed where they were signed out meanwhile.</returns>
    public async Task<AccountResult> RenameAsync(StaffMember member, string name, CancellationToken cancellationToken)
    {
        var result = AccountResult.NotAllowed;
        await audit.TryRecordAsync(member.Id, member.Id, AuditAction.Renamed, ChangeAsync, cancellationToken);
        return result;

        // Where nobody else can write: of two who want one name at once, the later is told.
        async Task<bool> ChangeAsync()
        {
            result = await names.HasAnotherAsync(name, member.Id, cancellationToken) ? AccountResult.NameTaken : AccountResult.Done;
            member.DisplayName = result == AccountResult.Done ? name : member.DisplayName;
            return result == AccountResult.Done;
        }
    }

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
