using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>Passkeys, by the framework's own WebAuthn. Discoverable, and the device must have checked who holds it.</summary>
/// <remarks>The framework's services are made here and not registered: nothing of them may load before somebody asks for a passkey.</remarks>
public sealed class StaffPasskeys : IDisposable
{
    /// <summary>Passkeys of one member.</summary>
    public const int MaxCount = 10;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly DirectoryDb db;
    private readonly IDataProtector protector;
    private readonly SpentStates spent;
    private readonly StaffAccounts accounts;
    private readonly StaffSessions sessions;
    private readonly StaffAudit audit;
    private readonly TimeProvider time;
    private readonly UserOnlyStore<StaffMember, DirectoryDb, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, IdentityUserPasskey<Guid>> store;
    private readonly UserManager<StaffMember> users;
    private readonly PasskeyHandler<StaffMember> handler;

    public StaffPasskeys(DirectoryDb db, IDataProtectionProvider protection, SpentStates spent, StaffAccounts accounts, StaffSessions sessions, StaffAudit audit, SiteOptions site, IServiceProvider services, TimeProvider time)
    {
        this.db = db;
        this.spent = spent;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.time = time;
        protector = protection.CreateProtector("Passkeys");
        store = new(db) { AutoSaveChanges = false };
        users = new UserManager<StaffMember>(
            store, Microsoft.Extensions.Options.Options.Create(new IdentityOptions()), new PasswordHasher<StaffMember>(), [], [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), services, NullLogger<UserManager<StaffMember>>.Instance);
        handler = new PasskeyHandler<StaffMember>(users, Microsoft.Extensions.Options.Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = site.PublicAddress.Length > 0 ? new Uri(site.PublicAddress).Host : null,
            UserVerificationRequirement = "required",
            ResidentKeyRequirement = "required",
            AuthenticatorTimeout = Lifetime,
            // The framework compares with what the request itself says: whoever relays an answer from another page of this domain can write that.
            ValidateOrigin = validated => ValueTask.FromResult(!validated.CrossOrigin && IsOurs(validated.Origin, validated.HttpContext.Request, site)),
        }));
    }

    /// <summary>Asks for a new passkey.</summary>
    public async Task<PasskeyRequest> AskForNewAsync(StaffMember member, HttpContext context)
    {
        var entity = new PasskeyUserEntity { Id = member.Id.ToString(), Name = member.UserName!, DisplayName = member.DisplayName };
        var made = await handler.MakeCreationOptionsAsync(entity, context);
        return new PasskeyRequest(made.CreationOptionsJson, Seal(made.AttestationState!));
    }

    /// <summary>Takes a new passkey. Every other browser is signed out.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="credential">The browser's answer.</param>
    /// <param name="state">What came with the question.</param>
    /// <param name="session">The one that stays; by its stage, whether this is the first second factor.</param>
    /// <param name="context">The request.</param>
    /// <returns>NoProof also where it is answered too late or twice; TooMany, Closed.</returns>
    public async Task<FactorResult> AddAsync(StaffMember member, string credential, string state, StaffSession session, HttpContext context)
    {
        if (Open(state) is not { } asked)
        {
            return FactorResult.NoProof;
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = asked });
        if (!result.Succeeded || result.UserEntity.Id != member.Id.ToString() || !spent.Spend(asked, Lifetime))
        {
            return FactorResult.NoProof;
        }

        result.Passkey.Name = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var added = FactorResult.Closed;
        await audit.TryRecordAsync(member.Id, member.Id, AuditAction.PasskeyAdded, AddAsync, context.RequestAborted);
        return added;

        async Task<bool> AddAsync()
        {
            added = await Passkeys.AnyAsync(passkey => passkey.CredentialId == result.Passkey.CredentialId, context.RequestAborted) ? FactorResult.NoProof
                : await Passkeys.CountAsync(passkey => passkey.UserId == member.Id, context.RequestAborted) >= MaxCount ? FactorResult.TooMany
                : session.Stage == StaffSessionStage.SettingUp && !await accounts.BeginFirstFactorAsync(member, context.RequestAborted) ? FactorResult.Closed
                : FactorResult.Done;
            if (added == FactorResult.Done)
            {
                await sessions.EndAllAsync(member.Id, except: session.Id);
                await store.AddOrUpdatePasskeyAsync(member, result.Passkey, context.RequestAborted);
            }

            return added == FactorResult.Done;
        }
    }

    /// <summary>Asks for a passkey that is there.</summary>
    /// <param name="member">Whose; null where it is to say so itself.</param>
    /// <param name="context">The request.</param>
    public async Task<PasskeyRequest> AskAsync(StaffMember? member, HttpContext context)
    {
        var made = await handler.MakeRequestOptionsAsync(member, context);
        return new PasskeyRequest(made.RequestOptionsJson, Seal(made.AssertionState!));
    }

    /// <summary>Whose passkey it is.</summary>
    /// <returns>Null where the browser's answer is not good, too late, given twice, or of somebody who may not enter.</returns>
    public async Task<StaffMember?> CheckAsync(string credential, string state, HttpContext context)
    {
        if (Open(state) is not { } asked)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = asked });
        // Only what was right is spent: anybody may send what is wrong, as often as they like.
        if (!result.Succeeded || result.User.RevokedAt is not null || !spent.Spend(asked, Lifetime))
        {
            return null;
        }

        // The manager of the framework would write the whole account as it was read before, and undo what was changed meanwhile.
        await using var transaction = await db.BeginWritingAsync(context.RequestAborted);
        if (!await Passkeys.AnyAsync(passkey => passkey.CredentialId == result.Passkey.CredentialId && passkey.UserId == result.User.Id, context.RequestAborted))
        {
            return null;
        }

        await store.AddOrUpdatePasskeyAsync(result.User, result.Passkey, context.RequestAborted);
        await db.SaveChangesAsync(context.RequestAborted);
        await transaction.CommitAsync(context.RequestAborted);
        return result.User;
    }

    /// <summary>Removes one, unless it is the last second factor. Every other browser is signed out, and whoever is about to sign in with it comes no further.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="id">The credential's, in hexadecimal.</param>
    /// <param name="session">The one that stays.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Done also where it was gone already; Last, Closed.</returns>
    public async Task<FactorResult> RemoveAsync(StaffMember member, string id, StaffSession session, CancellationToken cancellationToken)
    {
        var passkeys = Passkeys.Where(passkey => passkey.UserId == member.Id);
        if (member.Passkeys.Find(passkey => Convert.ToHexString(passkey.CredentialId) == id) is not { CredentialId: var credential })
        {
            return FactorResult.Done;
        }

        var removed = FactorResult.Closed;
        await audit.TryRecordAsync(member.Id, member.Id, AuditAction.PasskeyRemoved, RemoveAsync, cancellationToken);
        return removed;

        // Of two requests for the last two, the later is taken back.
        async Task<bool> RemoveAsync()
        {
            StaffAccounts.RenewStamp(member);
            await sessions.EndAllAsync(member.Id, except: session.Id);
            var isThere = await passkeys.Where(passkey => passkey.CredentialId == credential).ExecuteDeleteAsync(cancellationToken) == 1;
            removed = isThere && member.AuthenticatorKey is null && !await passkeys.AnyAsync(cancellationToken) ? FactorResult.Last : FactorResult.Done;
            return isThere && removed == FactorResult.Done;
        }
    }

    public void Dispose()
    {
        users.Dispose();
        store.Dispose();
    }

    private DbSet<IdentityUserPasskey<Guid>> Passkeys => db.Set<IdentityUserPasskey<Guid>>();

    // A proxy may end HTTPS and say nothing of it; the host is the same, and nobody else speaks for it.
    private static bool IsOurs(string origin, HttpRequest request, SiteOptions site) =>
        origin == site.AddressFor(request).GetLeftPart(UriPartial.Authority)
        || (site.PublicAddress.Length == 0 && origin == new Uri($"https://{request.Host}").GetLeftPart(UriPartial.Authority));

    private string Seal(string state) => protector.Protect($"{(time.GetUtcNow() + Lifetime).ToUnixTimeSeconds()}|{state}");

    private string? Open(string state)
    {
        try
        {
            return protector.Unprotect(state).Split('|', 2) is [var until, var inner]
                && long.Parse(until, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds() ? inner : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
