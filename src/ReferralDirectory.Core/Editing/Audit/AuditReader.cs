using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>Reads the audit log for a page.</summary>
public sealed class AuditReader(IDbContextFactory<DirectoryDb> databases)
{
    /// <summary>Entries before a number, the latest first.</summary>
    /// <param name="actor">An administrator; nobody else sees any.</param>
    /// <param name="subject">Id of what they are about; null for everything.</param>
    /// <param name="before">Null for the latest.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ImmutableArray<LoggedEntry>> ReadAsync(Actor actor, Guid? subject, long? before, int take, CancellationToken cancellationToken)
    {
        if (!actor.IsAdministrator)
        {
            return [];
        }

        return await ReadAsync(entry => (subject == null || entry.SubjectId == subject) && (before == null || entry.Number < before), take, cancellationToken);
    }

    /// <summary>What was done to an account, for its owner; the latest first.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ImmutableArray<LoggedEntry>> OfAccountAsync(Guid member, int take, CancellationToken cancellationToken) =>
        ReadAsync(entry => entry.SubjectKind == AuditSubject.Account && entry.SubjectId == member, take, cancellationToken);

    private async Task<ImmutableArray<LoggedEntry>> ReadAsync(Expression<Func<AuditEntry, bool>> which, int take, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // The numbers alone can always be read.
        var numbers = await db.AuditEntries.Where(which).OrderByDescending(entry => entry.Number).Select(entry => entry.Number).Take(take).ToListAsync(cancellationToken);
        var rows = await AuditRow.AllOf(db).Where(row => numbers.Contains(row.Number)).OrderByDescending(row => row.Number).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new LoggedEntry(row.Number, row.Read()))];
    }
}
