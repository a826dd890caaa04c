using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>Writes the audit log.</summary>
public static class AuditLog
{
    /// <summary>
    /// Adds an entry to what <paramref name="db"/> saves next, so that it is written together with what it records, or not at
    /// all. Begin a transaction first (<see cref="DirectoryDb.BeginWritingAsync"/>): of two that append
    /// without one, the second fails with <see cref="DbUpdateConcurrencyException"/>.
    /// </summary>
    /// <param name="db">Where.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="actorId">The member of staff; null for the program.</param>
    /// <param name="action">What was done.</param>
    /// <param name="kind">To what sort of thing.</param>
    /// <param name="subjectId">To what.</param>
    /// <param name="revisionId">By which revision, where there is one.</param>
    /// <param name="detail">
    /// A few words more, at most <see cref="AuditEntry.DetailMaxLength"/> characters: longer ones are cut. Nothing of readers, and
    /// of staff no more than their ids.
    /// </param>
    /// <param name="cancellationToken">Ends the reading of the log's end.</param>
    /// <exception cref="InvalidOperationException">The row of the log's end is gone: somebody tampered with the log.</exception>
    public static async Task AppendAsync(DirectoryDb db, DateTime at, Guid? actorId, AuditAction action, AuditSubject kind, Guid subjectId, Guid? revisionId, string detail, CancellationToken cancellationToken)
    {
        // Looking for changes in all that a transaction holds, with every entry, would cost more than all else of an import.
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var head = await HeadAsync(db, cancellationToken);
            var entry = new AuditEntry
            {
                Number = head.Number + 1,
                At = at,
                ActorId = actorId,
                Action = action,
                SubjectKind = kind,
                SubjectId = subjectId,
                RevisionId = revisionId,
                Detail = Cut(detail),
                PreviousHash = head.Hash,
            };
            entry.Hash = AuditHash.Of(entry);
            db.AuditEntries.Add(entry);
            head.Number = entry.Number;
            head.Hash = entry.Hash;
            db.Entry(head).State = EntityState.Modified;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private static async Task<AuditHead> HeadAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var known = db.AuditHeads.Local.SingleOrDefault();
        // What this context read in an earlier transaction is past: somebody else may have appended since.
        if (known is not null && db.Entry(known).State == EntityState.Unchanged)
        {
            db.Entry(known).State = EntityState.Detached;
            known = null;
        }

        return known ?? await db.AuditHeads.SingleOrDefaultAsync(head => head.Id == AuditHead.OnlyId, cancellationToken)
            ?? throw new InvalidOperationException("The end of the audit log is missing; 'audit verify' says more.");
    }

    // Whole characters only: half of one does not come back from the database as it was. Nor does U+0000 from every one.
    private static string Cut(string detail)
    {
        var whole = string.Concat(detail.EnumerateRunes()).Replace('\0', '\uFFFD');
        return whole.Length <= AuditEntry.DetailMaxLength ? whole
            : whole[..(char.IsHighSurrogate(whole[AuditEntry.DetailMaxLength - 1]) ? AuditEntry.DetailMaxLength - 1 : AuditEntry.DetailMaxLength)];
    }
}
