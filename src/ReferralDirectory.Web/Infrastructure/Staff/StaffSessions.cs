using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Browsers that somebody signed in with. The cookie holds a random token and nothing else; the database knows its hash. Each step on
/// the way in gets a new token, so that one planted before is worth nothing after.
/// </summary>
public sealed class StaffSessions(DirectoryDb db, DatabasePlace place, TimeProvider time)
{
    /// <summary>How old "last seen" may be: not every request need write.</summary>
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The session of a request and whose it is, with their grants; null where there is none, or no longer.</summary>
    public async Task<(StaffSession Session, StaffMember Member)?> FindAsync(HttpContext context)
    {
        if (context.Request.Cookies[StaffCookies.Session] is not { Length: > 0 } token)
        {
            return null;
        }

        var hash = OneTimeSecret.Hash(token);
        var session = await db.StaffSessions.AsNoTracking().FirstOrDefaultAsync(session => session.TokenHash == hash, context.RequestAborted);
        if (session is null)
        {
            return null;
        }

        var member = await db.StaffMembers.AsNoTracking().Include(member => member.Grants).FirstAsync(member => member.Id == session.StaffMemberId, context.RequestAborted);
        if (session.HasEnded(Now) || member.RevokedAt is not null)
        {
            await EndAsync(session);
            return null;
        }

        if (Now - session.SeenAt >= SeenPrecision)
        {
            await SeeAsync(session, context.RequestAborted);
        }

        return (session, member);
    }

    // Where nothing can be written, what is there can still be read, for as long as a session lasts that nobody sees.
    private async Task SeeAsync(StaffSession session, CancellationToken cancellationToken)
    {
        try
        {
            await db.StaffSessions.Where(found => found.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.SeenAt, Now), cancellationToken);
        }
        catch (Exception problem) when (place.TroubleOf(problem) is DatabaseTrouble.ReadOnly or DatabaseTrouble.DiskFull)
        {
        }
    }

    /// <summary>Starts a session in place of the one the browser has, if any.</summary>
    /// <param name="context">Of the browser.</param>
    /// <param name="member">Whose: as they were read before it was proved who it is.</param>
    /// <param name="stage">How far they have come.</param>
    /// <returns>False where the account was closed or secured anew since then; nothing was started.</returns>
    public async Task<bool> StartAsync(HttpContext context, StaffMember member, StaffSessionStage stage)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.BeginWritingAsync(context.RequestAborted) : null;
        if (!await db.StaffMembers.AnyAsync(now => now.Id == member.Id && now.RevokedAt == null && now.SecurityStamp == member.SecurityStamp, context.RequestAborted))
        {
            return false;
        }

        if (context.Request.Cookies[StaffCookies.Session] is { Length: > 0 } old)
        {
            var hash = OneTimeSecret.Hash(old);
            await db.StaffSessions.Where(session => session.TokenHash == hash).ExecuteDeleteAsync(context.RequestAborted);
        }

        var over = Now - StaffSession.AbsoluteLimit;
        await db.StaffSessions.Where(session => session.StartedAt <= over).ExecuteDeleteAsync(context.RequestAborted);
        var token = OneTimeSecret.NewToken();
        db.Add(new StaffSession { TokenHash = OneTimeSecret.Hash(token), StaffMemberId = member.Id, Stage = stage, StartedAt = Now, SeenAt = Now, ConfirmedAt = Now });
        await db.SaveChangesAsync(context.RequestAborted);
        if (transaction is not null)
        {
            await transaction.CommitAsync(context.RequestAborted);
        }

        StaffCookies.Set(context, StaffCookies.Session, token);
        return true;
    }

    /// <summary>Notes that they proved again who they are.</summary>
    public async Task ConfirmAsync(HttpContext context, StaffSession session)
    {
        var token = OneTimeSecret.NewToken();
        var hash = OneTimeSecret.Hash(token);
        await db.StaffSessions.Where(found => found.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.ConfirmedAt, Now).SetProperty(found => found.TokenHash, hash), context.RequestAborted);
        StaffCookies.Set(context, StaffCookies.Session, token);
    }

    /// <summary>Ends one.</summary>
    public Task EndAsync(StaffSession session) => db.StaffSessions.Where(found => found.Id == session.Id).ExecuteDeleteAsync();

    /// <summary>Ends all of somebody's.</summary>
    /// <param name="memberId">Whose.</param>
    /// <param name="except">One that stays.</param>
    public Task EndAllAsync(Guid memberId, Guid? except = null) => db.StaffSessions.Where(session => session.StaffMemberId == memberId && session.Id != except).ExecuteDeleteAsync();
}
