using System.Collections.Immutable;
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
    public async Task<ImmutableArray<AuditEntry>> ReadAsync(Actor actor, Guid? subject, long? before, int take, CancellationToken cancellationToken)
    {
        if (!actor.IsAdministrator)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. await db.AuditEntries.AsNoTracking().Where(entry => (subject == null || entry.SubjectId == subject) && (before == null || entry.Number < before)).OrderByDescending(entry => entry.Number).Take(take).ToListAsync(cancellationToken)];
    }
}
