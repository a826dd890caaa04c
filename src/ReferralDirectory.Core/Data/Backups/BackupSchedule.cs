using Microsoft.Extensions.Logging;

namespace ReferralDirectory.Core.Data.Backups;

/// <summary>Makes a backup whenever one is due, for as long as the site runs.</summary>
public sealed partial class BackupSchedule(DatabaseBackup backup, BackupPlan plan, TimeProvider time, ILogger<BackupSchedule> logger) : IAsyncDisposable
{
    /// <summary>From the start of a site to the first: who came with the start is answered before.</summary>
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(1);

    private readonly BackupFolder folder = new(plan);
    private readonly CancellationTokenSource stopping = new();
    private ITimer? timer;

    /// <summary>Begins: in a minute where the newest backup in the folder is too old, or otherwise when it will be. Call it once.</summary>
    public void Begin()
    {
        timer = time.CreateTimer(_ => Turn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var due = folder.DueAfter(time.GetUtcNow().UtcDateTime);
        timer.Change(due < Soonest ? Soonest : due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When the newest backup in the folder was begun, UTC; null where there is none, or the folder cannot be read.</summary>
    public DateTime? NewestAt() => folder.NewestAt();

    /// <summary>True where two turns went by and left no backup.</summary>
    public bool IsLate => !(time.GetUtcNow().UtcDateTime - NewestAt() <= 2 * plan.Every);

    /// <summary>Ends it, and waits until a backup that is being made has stopped and left nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!stopping.IsCancellationRequested)
        {
            await stopping.CancelAsync();
            await (timer?.DisposeAsync() ?? ValueTask.CompletedTask);
            stopping.Dispose();
        }
    }

    private void Turn()
    {
        var now = time.GetUtcNow().UtcDateTime;
        try
        {
            var path = folder.PathAt(now);
            backup.Write(path, stopping.Token);
            LogMade(Path.GetFileName(path));
            folder.DeleteOld(path);
            folder.DeleteUnfinished(now);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception problem) when (problem is BackupException or IOException or UnauthorizedAccessException)
        {
            LogFailed(problem.Message, plan.Every.TotalHours);
        }

        // A failed one as well: what is wrong will hardly be mended in a moment.
        timer!.Change(plan.Every, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(LogLevel.Information, "Backup made: {FileName}")]
    private partial void LogMade(string fileName);

    [LoggerMessage(LogLevel.Error, "The scheduled backup failed: {Reason} Older ones are kept; the next is tried in {Hours} hours.")]
    private partial void LogFailed(string reason, double hours);
}
