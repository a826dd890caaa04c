using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>
/// Writes into the audit log that guesses at an account were slowed down: for each account and sort of guess once an hour, so that
/// whoever guesses cannot fill the log. Beside the request, whose time must not say whether there is such an account.
/// </summary>
public sealed partial class GuessRecord(IDbContextFactory<DirectoryDb> databases, TimeProvider time, ILoggerFactory loggers, ILogger<GuessRecord> logger) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly Dictionary<(Guid Member, GuessedAt What), DateTimeOffset> recorded = [];
    private readonly Lock gate = new();

    // One after the other: there are few, and none waits for a request.
    private Task written = Task.CompletedTask;

    /// <summary>Further attempts at the account must wait from now on.</summary>
    public void SlowedDown(Guid member, GuessedAt what)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (recorded.TryGetValue((member, what), out var last) && now - last < Interval)
            {
                return;
            }

            recorded[(member, what)] = now;
            var before = written;
            written = Task.Run(async () =>
            {
                await before;
                await WriteAsync(member, what);
            });
        }
    }

    /// <summary>Returns when everything is written that was reported before.</summary>
    public Task WrittenAsync()
    {
        lock (gate)
        {
            return written;
        }
    }

    public async ValueTask DisposeAsync() => await WrittenAsync();

    private async Task WriteAsync(Guid member, GuessedAt what)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            await new StaffAudit(db, new CurrentStaff(), time, loggers.CreateLogger<StaffAudit>()).TryRecordAsync(null, member, () => Task.FromResult<IReadOnlyList<StaffAct>>([new StaffAct(AuditAction.SlowedDown, what.ToString())]), CancellationToken.None);
        }
        catch (Exception problem)
        {
            LogNotWritten(ExceptionLog.Describe(problem));
        }
    }

    [LoggerMessage(LogLevel.Error, "That guesses were slowed down could not be recorded: {Fault}")]
    private partial void LogNotWritten(string fault);
}
