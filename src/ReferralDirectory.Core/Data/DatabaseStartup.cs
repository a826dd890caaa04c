using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using ReferralDirectory.Core.Content;

namespace ReferralDirectory.Core.Data;

/// <summary>Makes the database ready before the first request: lock, back up, migrate, load content when empty.</summary>
public sealed partial class DatabaseStartup(
    DbDataSource database,
    KnownMigrations migrations,
    IDbContextFactory<DirectoryDb> databases,
    DatabaseFile file,
    ContentFolder content,
    TimeProvider time,
    ILogger<DatabaseStartup> logger,
    ContentLoaded loaded)
{
    /// <summary>How long a start waits for another start on the same file.</summary>
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(60);

    private const string WriteAheadLog = "PRAGMA journal_mode=WAL";

    /// <summary>EF Core's own lock: a row in this table, which a killed process leaves behind.</summary>
    private const string MigrationsLock = "__EFMigrationsLock";

    /// <summary>Brings the file to this version's schema, and loads the content folder where the directory is empty.</summary>
    /// <exception cref="ContentFaultException">The directory is empty and the content has faults; the file is untouched.</exception>
    /// <exception cref="DatabaseUnusableException">The file cannot be opened, or is not a database of this site.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Nothing asynchronous as long as nobody is in the way and nothing is to be done: see Published.Snapshot.
            await using var theLock = TryLock() ?? await LockAsync(cancellationToken);
            if (File.Exists(file.Path) && IsReady())
            {
                return;
            }

            // Faults in the content must leave no trace, so it is read before anything is written.
            var initial = await IsEmptyAsync(cancellationToken) ? ContentReader.Read(content.Path, time) : null;
            await MigrateAsync(cancellationToken);
            if (initial is not null)
            {
                await LoadAsync(initial, cancellationToken);
            }
        }
        catch (DbUpdateException problem) when (problem.InnerException is SqliteException reason)
        {
            throw new DatabaseUnusableException(file.Path, reason);
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException(file.Path, problem);
        }
    }

    // Unlike EF Core's lock, the system releases this one when the process ends, however it ends. The file stays: were it deleted,
    // one start could hold the old file while another holds a new one of the same name.
    private FileStream Lock() => new($"{file.Path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private FileStream? TryLock()
    {
        try
        {
            return Lock();
        }
        catch (IOException problem) when (IsHeldByAnother(problem))
        {
            return null;
        }
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < LockPatience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
            if (TryLock() is { } mine)
            {
                return mine;
            }
        }

        return Lock();
    }

    // ERROR_SHARING_VIOLATION of Windows, EWOULDBLOCK of Linux, EWOULDBLOCK of macOS.
    private static bool IsHeldByAnother(IOException problem) => problem.HResult is unchecked((int)0x80070020) or 11 or 35;

    private bool IsReady()
    {
        using var connection = database.OpenConnection();
        if (!SchemaCheck.IsReady(connection, migrations))
        {
            return false;
        }

        using var command = connection.CreateCommand();
        command.CommandText = WriteAheadLog;
        command.ExecuteNonQuery();
        return true;
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(file.Path))
        {
            return true;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var tables = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table'").ToListAsync(cancellationToken);
        // A first start that was killed may have made the table of the lock and nothing else.
        if (tables.Exists(table => table != MigrationsLock) && !tables.Contains(HistoryRepository.DefaultTableName))
        {
            throw new DatabaseUnusableException(file.Path, "it is a database of something else");
        }

        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new DatabaseUnusableException(file.Path, "it was made by a newer version of this program");
        }

        return !tables.Contains("Countries") || !await db.Countries.AnyAsync(cancellationToken);
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // Only now, since it changes the file: the file is ours. It stays so for every later connection.
        await db.Database.ExecuteSqlRawAsync(WriteAheadLog, cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            BackUp(pending[0]);
        }

        await db.Database.ExecuteSqlRawAsync($"DROP TABLE IF EXISTS \"{MigrationsLock}\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        LogMigrated(pending.Count);
    }

    private void BackUp(string migration)
    {
        var copy = $"{file.Path}.before-{migration}";
        using var from = new SqliteConnection($"Data Source={file.Path};Mode=ReadOnly;Pooling=False");
        using var to = new SqliteConnection($"Data Source={copy};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        LogBackedUp(Path.GetFileName(copy));
    }

    private async Task LoadAsync(ContentSet initial, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.AddRange(initial.Languages);
        db.AddRange(initial.AssistanceTypes);
        db.AddRange(initial.Audiences);
        db.AddRange(initial.Countries);
        await db.SaveChangesAsync(cancellationToken);
        await loaded(db, time.GetUtcNow().UtcDateTime, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogLoaded(initial.Countries.Length, initial.Countries.Sum(country => country.Organisations.Count));
    }

    [LoggerMessage(LogLevel.Information, "Database migrated: {Migrations} migrations")]
    private partial void LogMigrated(int migrations);

    [LoggerMessage(LogLevel.Information, "Database backed up to {FileName} before migrating")]
    private partial void LogBackedUp(string fileName);

    [LoggerMessage(LogLevel.Information, "Content loaded: {Countries} countries, {Organisations} organisations")]
    private partial void LogLoaded(int countries, int organisations);
}
