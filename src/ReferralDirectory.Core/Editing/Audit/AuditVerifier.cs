using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>
/// Reads the audit log from its first entry to its end and says where it is broken first: an entry changed, gone, moved or put
/// in, or the end cut off. Where it is whole, it says what is not as the log says: revisions, and what the public sees.
/// </summary>
/// <remarks>
/// It cannot see what is consistent with itself: somebody who may write to the file can compute every hash anew from the entry
/// that they changed to the end. Whoever must exclude that keeps <see cref="AuditReport.Mark"/> where such a person cannot
/// reach it, and gives it to the next look.
/// </remarks>
public sealed class AuditVerifier(IDbContextFactory<DirectoryDb> databases)
{
    /// <summary>
    /// Reads all of it, entry by entry, then what it seals. Of each revision and each entry that it tells of, some hundred bytes are kept in
    /// memory.
    /// </summary>
    /// <param name="kept">What an earlier look ended with; null where nothing was kept.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AuditReport> VerifyAsync(AuditMark? kept, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginReadingAsync(cancellationToken);
        var (last, hash, told) = (0L, AuditHead.FirstHash, new SealedContent());
        await foreach (var row in AuditRow.AllOf(db).OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var entry = row.Read();
            if (FaultOf(row, entry, last, hash) is { } fault)
            {
                return new AuditReport(last, hash, (fault == AuditFault.Missing ? last + 1 : row.Number, fault));
            }

            if (row.Number == kept?.Number && row.Hash != kept.Hash)
            {
                return new AuditReport(last, hash, (row.Number, AuditFault.KeptDiffers));
            }

            (last, hash) = (row.Number, row.Hash!);
            told.Add(entry!);
        }

        var head = await AuditHeadRow.ReadAsync(db, cancellationToken);
        return (BrokenEnd(head, last, hash) ?? Shortened(kept, last)) is { } broken
            ? new AuditReport(last, hash, broken)
            : await new ContentVerifier(db, told).VerifyAsync(new AuditReport(last, hash, null), cancellationToken);
    }

    private static AuditFault? FaultOf(AuditRow row, AuditEntry? entry, long last, string hash)
    {
        if (row.Number > last + 1)
        {
            return AuditFault.Missing;
        }

        // What cannot be read was never written so.
        var isIntact = entry is not null && AuditHash.Of(entry) == entry.Hash;
        return (row.Number == last + 1 && row.PreviousHash == hash, isIntact) switch
        {
            (true, true) => null,
            (true, false) => AuditFault.Changed,
            (false, true) => AuditFault.Inserted,
            (false, false) => AuditFault.OutOfOrder,
        };
    }

    private static (long, AuditFault)? Shortened(AuditMark? kept, long last) => kept?.Number > last ? (last + 1, AuditFault.Missing) : null;

    private static (long, AuditFault)? BrokenEnd(AuditHead? head, long last, string hash) => head switch
    {
        null => (last, AuditFault.HeadDiffers),
        { Number: var number } when number > last => (last + 1, AuditFault.Missing),
        { Number: var number } when number < last => (number + 1, AuditFault.Inserted),
        _ => head.Hash == hash ? null : (last, AuditFault.HeadDiffers),
    };
}
