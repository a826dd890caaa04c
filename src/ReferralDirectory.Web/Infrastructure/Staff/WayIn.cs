using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What every way in shares: slowing guesses down, remembering the browser, and the session at its end.</summary>
/// <remarks>
/// A browser known from before is counted apart from strangers, so that nobody who guesses can make the real person wait. Signing out
/// forgets it, as everything else there.
/// </remarks>
public sealed class WayIn(IHttpContextAccessor accessor, SlowDown slowDown, WrongCodes wrong, KnownDevices devices, StaffAccounts accounts, StaffSessions sessions, StaffAudit audit, GuessRecord guesses, GuessNotices notices, HashingTurns turns)
{
    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Begins an attempt with a password.</summary>
    /// <param name="member">Null where nobody has the address: counted all the same.</param>
    /// <param name="email">As typed.</param>
    public Attempt Begin(StaffMember? member, string email)
    {
        var known = devices.Find(Context, member) is { } device ? $"device:{device}" : null;
        // Before it is counted: what was not looked at was no guess.
        return known is null && turns.AreTaken
            ? new Attempt(null, HashingTurns.TryAgain, SlowsDown: false, IsKnown: false)
            : Begin(member, GuessedAt.Password, $"account:{OneTimeSecret.Hash(StaffMember.Normalize(email))}", known);
    }

    /// <summary>The attempt was right.</summary>
    public void Succeeded(Attempt attempt) => slowDown.Succeeded(attempt);

    /// <summary>Tries a code of an authenticator app or a recovery code.</summary>
    /// <returns>Null where it was taken.</returns>
    public async Task<CodeRefusal?> TryCodeAsync(StaffMember member, string code, CancellationToken cancellationToken)
    {
        var known = devices.Find(Context, member) is { } device ? $"code-device:{device}" : null;
        var attempt = Begin(member, GuessedAt.Code, $"code:{member.Id}", known);
        if (attempt.Wait is not null)
        {
            return new CodeRefusal(attempt.Wait);
        }

        // Recovery codes are too long to be guessed.
        var row = known ?? $"{member.Id}|{member.SecurityStamp}";
        var (wait, isLast) = OneTimeSecret.ReadCode(code) is null ? wrong.Begin(row) : (null, false);
        if (isLast)
        {
            guesses.SlowedDown(member.Id, GuessedAt.Code);
        }

        if (wait is not null || !await accounts.UseCodeAsync(member, code, cancellationToken))
        {
            return new CodeRefusal(wait, IsTooMany: wait is not null, Ends: isLast);
        }

        Succeeded(attempt);
        wrong.Right(row);
        return null;
    }

    /// <summary>Signs them in, after everything was proved.</summary>
    /// <returns>Where to go on: to what they wanted; to the overview where they must be told of guesses and nothing typed waits; to sign in again where the account was closed or secured anew meanwhile.</returns>
    public async Task<string> LetInAsync(StaffMember member, string? returnUrl)
    {
        if (!await audit.TryRecordAsync(member.Id, member.Id, AuditAction.SignedIn, () => sessions.StartAsync(Context, member, StaffSessionStage.SignedIn), Context.RequestAborted))
        {
            return StaffAddress.SignIn(returnUrl);
        }

        devices.Remember(Context, member);
        if (member.Language is { } language)
        {
            StaffCookies.Set(Context, StaffCookies.Language, language.Value, RequestLanguage.Remembered);
        }

        var isNews = !KeptForms.IsKeptAt(returnUrl) && await notices.FindAsync(member.Id, Context.RequestAborted) is { IsNew: true };
        return isNews ? StaffDoor.Root : StaffAddress.Local(returnUrl);
    }

    private Attempt Begin(StaffMember? member, GuessedAt what, string account, string? device)
    {
        var attempt = slowDown.Begin(Context, account, device);
        if (attempt.SlowsDown && member is not null)
        {
            guesses.SlowedDown(member.Id, what);
        }

        return attempt;
    }
}
