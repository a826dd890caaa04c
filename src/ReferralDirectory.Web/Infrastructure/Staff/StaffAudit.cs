using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Changes accounts and writes that into the audit log, in one transaction: neither is there without the other. Of staff their ids
/// alone: no name, no e-mail address, not from where.
/// </summary>
/// <remarks>
/// Whoever was signed out or shut out since their request began changes nothing any more, nor does an administrator who is none any more
/// change somebody else's account: that is looked up again where nobody else can write.
/// </remarks>
public sealed partial class StaffAudit(DirectoryDb db, CurrentStaff staff, TimeProvider time, ILogger<StaffAudit> logger)
{
    /// <summary>Does one thing to an account.</summary>
    /// <param name="actor">Who; null for a command on the server.</param>
    /// <param name="member">To whose account.</param>
    /// <param name="action">What.</param>
    /// <param name="change">Does it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where the actor may not any more: nothing was changed.</returns>
    public Task<bool> RecordAsync(Guid? actor, Guid member, AuditAction action, Func<Task> change, CancellationToken cancellationToken) =>
        TryRecordAsync(actor, member, action, async () => { await change(); return true; }, cancellationToken);

    /// <summary>Does one thing to one's own account, whether or not that can be recorded: nobody is kept from leaving.</summary>
    /// <param name="member">Who, and whose.</param>
    /// <param name="action">What.</param>
    /// <param name="change">Does it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task DoAndRecordAsync(Guid member, AuditAction action, Func<Task> change, CancellationToken cancellationToken)
    {
        try
        {
            await RecordAsync(member, member, action, change, cancellationToken);
        }
        catch (Exception problem) when (problem is DbException or DbUpdateException or InvalidOperationException)
        {
            LogNotRecorded(action, ExceptionLog.Describe(problem));
            db.ChangeTracker.Clear();
            await change();
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Does one thing to an account that may turn out to be impossible.</summary>
    /// <param name="actor">Who; null for a command on the server.</param>
    /// <param name="member">To whose account.</param>
    /// <param name="action">What.</param>
    /// <param name="change">Does it; false where it could not be done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where it was not done: nothing was changed.</returns>
    public Task<bool> TryRecordAsync(Guid? actor, Guid member, AuditAction action, Func<Task<bool>> change, CancellationToken cancellationToken) =>
        TryRecordAsync(actor, member, async () => await change() ? [new StaffAct(action)] : [], cancellationToken);

    /// <summary>Does several things to an account at once.</summary>
    /// <param name="actor">Who; null for a command on the server.</param>
    /// <param name="member">To whose account.</param>
    /// <param name="change">
    /// Does them, inside a transaction that holds the right to write from its start, and says what it did; nothing where it could
    /// not be done. What it leaves to be saved is saved with the audit log.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where nothing was done: nothing was changed.</returns>
    public Task<bool> TryRecordAsync(Guid? actor, Guid member, Func<Task<IReadOnlyList<StaffAct>>> change, CancellationToken cancellationToken) =>
        WriteAsync(actor, member, isForAdministrators: actor != member, change, cancellationToken);

    /// <summary>The same for what administrators alone may do, to their own account as well.</summary>
    /// <param name="actor">Who; null for a command on the server.</param>
    /// <param name="member">To whose account.</param>
    /// <param name="change">Does it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where nothing was done: nothing was changed.</returns>
    public Task<bool> TryAdministerAsync(Guid? actor, Guid member, Func<Task<IReadOnlyList<StaffAct>>> change, CancellationToken cancellationToken) =>
        WriteAsync(actor, member, isForAdministrators: true, change, cancellationToken);

    private async Task<bool> WriteAsync(Guid? actor, Guid member, bool isForAdministrators, Func<Task<IReadOnlyList<StaffAct>>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginWritingAsync(cancellationToken);
        if (actor is { } id && !await MayStillAsync(id, isForAdministrators, cancellationToken))
        {
            return false;
        }

        var acts = await change();
        if (acts.Count == 0)
        {
            return false;
        }

        foreach (var (action, detail) in acts)
        {
            await AuditLog.AppendAsync(db, time.GetUtcNow().UtcDateTime, actor, action, AuditSubject.Account, member, null, detail, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var act in acts)
        {
            LogAct(actor, act.Action, member);
        }

        return true;
    }

    private async Task<bool> MayStillAsync(Guid actor, bool isForAdministrators, CancellationToken cancellationToken) =>
        (staff.Session is not { } session || session.StaffMemberId != actor || await db.StaffSessions.AnyAsync(found => found.Id == session.Id, cancellationToken))
        && (!isForAdministrators || await db.StaffMembers.AnyAsync(found => found.Id == actor && found.RevokedAt == null && found.Grants.Any(grant => grant.Role == StaffRole.Administrator), cancellationToken));

    [LoggerMessage(LogLevel.Error, "{Action} was done, and could not be recorded: {Fault}")]
    private partial void LogNotRecorded(AuditAction action, string fault);

    [LoggerMessage(LogLevel.Information, "Staff {Actor}: {Action} {Member}")]
    private partial void LogAct(Guid? actor, AuditAction action, Guid member);
}
