using System.Data;
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
/// Whoever was signed out or shut out since their request began changes nothing any more: their session is looked for again where nobody
/// else can write.
/// </remarks>
public sealed partial class StaffAudit(DirectoryDb db, CurrentStaff staff, TimeProvider time, ILogger<StaffAudit> logger)
{
    /// <summary>Does one thing to an account.</summary>
    /// <param name="actor">Who; null for a command on the server.</param>
    /// <param name="member">To whose account.</param>
    /// <param name="action">What.</param>
    /// <param name="change">Does it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where the actor's session has ended: nothing was changed.</returns>
    public Task<bool> RecordAsync(Guid? actor, Guid member, AuditAction action, Func<Task> change, CancellationToken cancellationToken) =>
        TryRecordAsync(actor, member, action, async () => { await change(); return true; }, cancellationToken);

    /// <summary>The same for what may turn out to be impossible.</summary>
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
    public async Task<bool> TryRecordAsync(Guid? actor, Guid member, Func<Task<IReadOnlyList<StaffAct>>> change, CancellationToken cancellationToken)
    {
        // On SQLite this level is BEGIN IMMEDIATE.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (staff.Session is { } session && session.StaffMemberId == actor && !await db.StaffSessions.AnyAsync(found => found.Id == session.Id, cancellationToken))
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

    [LoggerMessage(LogLevel.Information, "Staff {Actor}: {Action} {Member}")]
    private partial void LogAct(Guid? actor, AuditAction action, Guid member);
}
