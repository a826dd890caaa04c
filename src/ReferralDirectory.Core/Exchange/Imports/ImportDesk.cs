using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>Where somebody imports a file: begin, look at what it would change, hand that in or give it up. Each sees only their own.</summary>
public sealed class ImportDesk(IDbContextFactory<DirectoryDb> databases, ImportWorker worker, TimeProvider time)
{
    /// <summary>Takes a file, which is read beside the requests. The oldest imports of the same member make room.</summary>
    /// <param name="memberId">Who; null for the program, which may look at what would change and never hands it in.</param>
    /// <param name="file">Here already: others wait to write while it is copied.</param>
    /// <param name="cancellationToken">Ends the copying; nothing is kept then.</param>
    /// <returns>The id of the import; null where the file has more than <see cref="Import.MaxBytes"/>.</returns>
    public async Task<Guid?> StartAsync(Guid? memberId, Stream file, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await MakeRoomAsync(db, memberId, cancellationToken);
        await using var transaction = await db.BeginWritingAsync(cancellationToken);
        var import = new Import { Id = Guid.NewGuid(), StaffMemberId = memberId, StartedAt = time.GetUtcNow().UtcDateTime, State = ImportState.Reading, Bytes = 0 };
        db.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        var buffer = new byte[ImportPart.MaxLength];
        for (var number = 0; await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken) is > 0 and var length; number++)
        {
            import.Bytes += length;
            if (import.Bytes > Import.MaxBytes)
            {
                return null;
            }

            var part = new ImportPart { ImportId = import.Id, Number = number, Content = buffer[..length] };
            db.Add(part);
            await db.SaveChangesAsync(cancellationToken);
            db.Entry(part).State = EntityState.Detached;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        worker.Wake(memberId);
        return import.Id;
    }

    /// <summary>Hands in what the import would change. Returns at once; see <see cref="ImportArchive.FindAsync"/> for how it goes on.</summary>
    /// <returns>False where it is not ready, or not theirs.</returns>
    public async Task<bool> ProposeAsync(Guid memberId, Guid importId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var isBegun = await db.Imports.Where(import => import.Id == importId && import.StaffMemberId == memberId && import.State == ImportState.Ready)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.State, ImportState.Proposing), cancellationToken) == 1;
        if (isBegun)
        {
            worker.Wake(memberId);
        }

        return isBegun;
    }

    /// <summary>
    /// Gives an import up; or, while its changes are handed in, takes that back: those that were are withdrawn, beside the requests, and it is
    /// as it was before. What all was handed in, or somebody has decided about meanwhile, stays.
    /// </summary>
    /// <returns>False where it is not theirs, or nothing is left to give up.</returns>
    public async Task<bool> CancelAsync(Guid? memberId, Guid importId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = db.Imports.Where(import => import.Id == importId && import.StaffMemberId == memberId);
        if (!await own.AnyAsync(cancellationToken))
        {
            return false;
        }

        if (await own.AnyAsync(import => import.State == ImportState.TakingBack, cancellationToken))
        {
            worker.Wake(memberId);
            return true;
        }

        worker.Interrupt(importId);
        if (await own.Where(import => import.State == ImportState.Proposing).ExecuteUpdateAsync(set => set.SetProperty(import => import.State, ImportState.TakingBack), cancellationToken) == 1)
        {
            worker.Wake(memberId);
            return true;
        }

        if (await own.Where(import => import.State == ImportState.Reading || import.State == ImportState.Ready)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.State, ImportState.Cancelled), cancellationToken) == 0)
        {
            return false;
        }

        await ImportContent.DeleteAsync(db, importId, cancellationToken);
        return true;
    }

    private async Task MakeRoomAsync(DirectoryDb db, Guid? memberId, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow().UtcDateTime - Import.Lifetime;
        var old = await db.Imports.Where(import => import.StartedAt <= oldest && import.State != ImportState.Proposing && import.State != ImportState.TakingBack).Select(import => import.Id).ToListAsync(cancellationToken);
        var surplus = await db.Imports.Where(import => import.StaffMemberId == memberId && import.StartedAt > oldest && import.State != ImportState.Proposing && import.State != ImportState.TakingBack)
            .OrderByDescending(import => import.StartedAt).Skip(Import.MaxPerMember - 1).Select(import => import.Id).ToListAsync(cancellationToken);
        foreach (var id in old.Concat(surplus))
        {
            worker.Interrupt(id);
            await ImportContent.DeleteAsync(db, id, cancellationToken);
            await db.Imports.Where(import => import.Id == id).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
