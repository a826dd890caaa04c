using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>
/// Does what imports wait for, one after the other, beside the requests. What it is to do stands in the database: an import that the end of the
/// program interrupted is taken up again as soon as somebody looks at their imports.
/// </summary>
public sealed partial class ImportWorker(IDbContextFactory<DirectoryDb> databases, DatabasePlace place, TimeProvider time, ILogger<ImportWorker> logger) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly HashSet<Guid> wanted = [];
    private CancellationTokenSource? current;
    private Guid currentId;
    private int progress;
    private Task running = Task.CompletedTask;

    /// <summary>Does what waits of one member's imports. Returns at once.</summary>
    /// <param name="memberId">Whose; null for the program.</param>
    public void Wake(Guid? memberId)
    {
        lock (gate)
        {
            wanted.Add(memberId ?? Guid.Empty);
            if (running.IsCompleted && !stopping.IsCancellationRequested)
            {
                running = Task.Run(RunAsync);
            }
        }
    }

    /// <summary>Completed when nothing is left to do.</summary>
    public Task SettleAsync()
    {
        lock (gate)
        {
            return running;
        }
    }

    /// <summary>Organisations whose changes were looked at, while they are handed in or taken back; null where the import is not being worked on.</summary>
    public int? ProgressOf(Guid importId)
    {
        lock (gate)
        {
            return currentId == importId ? progress : null;
        }
    }

    /// <summary>Ends the work on an import, if that is what is done now. What it did not commit is undone.</summary>
    public void Interrupt(Guid importId)
    {
        lock (gate)
        {
            if (currentId == importId)
            {
                current?.Cancel();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await SettleAsync();
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        while (Begin() is { } member)
        {
            try
            {
                await WorkAsync(member == Guid.Empty ? null : member);
            }
            catch (Exception problem)
            {
                LogFailed(problem.GetType().Name);
            }
        }
    }

    private async Task WorkAsync(Guid? memberId)
    {
        HashSet<Guid> failed = [];
        while (!stopping.IsCancellationRequested && await NextAsync(memberId, failed) is { } import)
        {
            using var held = place.TryHold(import.Id);
            if (held is null)
            {
                // Another instance works on it. Should that one end, it is taken up here when somebody looks.
                failed.Add(import.Id);
                continue;
            }

            // Another instance may have ended its work on it before this one held it.
            if (await NextAsync(memberId, failed) is not { } now || (now.Id, now.State) != (import.Id, import.State))
            {
                continue;
            }

            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            Set(import.Id, cancellation);
            try
            {
                await (import.State == ImportState.Reading
                    ? new ImportReading(databases).RunAsync(import, cancellation.Token)
                    : new ImportProposing(databases, time).RunAsync(import, count => Volatile.Write(ref progress, count), cancellation.Token));
            }
            catch (OperationCanceledException)
            {
                // Whoever cancelled says in the database what is next.
                failed.Add(import.Id);
                await ClearAsync(import.Id);
            }
            catch (Exception problem)
            {
                // The disk is full, say. It is tried again when somebody looks, and goes on where it stopped.
                failed.Add(import.Id);
                LogFailed(problem.GetType().Name);
            }
            finally
            {
                Set(Guid.Empty, null);
            }
        }
    }

    // Somebody may wake the worker between its last look and its end.
    private Guid? Begin()
    {
        lock (gate)
        {
            if (wanted.Count == 0 || stopping.IsCancellationRequested)
            {
                running = Task.CompletedTask;
                return null;
            }

            var member = wanted.First();
            wanted.Remove(member);
            return member;
        }
    }

    private void Set(Guid id, CancellationTokenSource? cancellation)
    {
        lock (gate)
        {
            (currentId, current, progress) = (id, cancellation, 0);
        }
    }

    private async Task<Import?> NextAsync(Guid? memberId, HashSet<Guid> failed)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        return await db.Imports.AsNoTracking().Where(import => import.StaffMemberId == memberId && (import.State == ImportState.Reading || import.State == ImportState.Proposing || import.State == ImportState.TakingBack) && !failed.Contains(import.Id))
            .OrderBy(import => import.StartedAt).FirstOrDefaultAsync(CancellationToken.None);
    }

    // What was staged while somebody gave the import up.
    private async Task ClearAsync(Guid importId)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        if (await db.Imports.AnyAsync(import => import.Id == importId && import.State == ImportState.Cancelled, CancellationToken.None))
        {
            await ImportContent.DeleteAsync(db, importId, CancellationToken.None);
        }
    }

    // Without its message, which may hold what stands in the file.
    [LoggerMessage(LogLevel.Error, "An import was interrupted by {Problem}; it is taken up again when somebody looks at it")]
    private partial void LogFailed(string problem);
}
