using System.Data.Common;
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
    DatabasePlace place,
    ContentFolder content,
    TimeProvider time,
    ILogger<DatabaseStartup> logger,
    ContentLoaded loaded) : IDisposable
{
    /// <summary>How long a start waits for another start on the same database.</summary>
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(60);

    private IDisposable? use;

    /// <summary>Brings the database to this version's schema, and loads the content folder where the directory is empty.</summary>
    /// <exception cref="ContentFaultException">The directory is empty and the content has faults; the database is untouched.</exception>
    /// <exception cref="DatabaseUnusableException">It cannot be opened, or is not a database of this site.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Nothing asynchronous as long as nobody is in the way and nothing is to be done: see Published.Snapshot.
            using var theLock = place.TryLock() ?? await LockAsync(cancellationToken);
            // For as long as the program runs. Whoever replaces the database holds the lock as well.
            use ??= place.TryUse(alone: false) ?? throw place.Unusable("it is being replaced", DatabaseTrouble.NoAnswer);
            if (place.Exists && IsReady())
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
        catch (Exception problem)
        {
            LetGo();
            if (place.Refusal(problem) is { } refusal)
            {
                throw refusal;
            }

            throw;
        }
    }

    /// <summary>Uses the database no longer, so that somebody may put another in its place; after that it may be run again.</summary>
    public void LetGo()
    {
        place.Forget();
        use?.Dispose();
        use = null;
    }

    /// <inheritdoc/>
    public void Dispose() => use?.Dispose();

    private async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < LockPatience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
            if (place.TryLock() is { } mine)
            {
                return mine;
            }
        }

        throw place.Unusable("another start has been making it ready for a minute", DatabaseTrouble.NoAnswer);
    }

    private bool IsReady()
    {
        using var connection = database.OpenConnection();
        if (!SchemaCheck.IsReady(connection, place, migrations))
        {
            return false;
        }

        place.Settle(connection);
        return true;
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        if (!place.Exists)
        {
            return true;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var tables = await db.Database.SqlQueryRaw<string>(place.Tables).ToListAsync(cancellationToken);
        if (tables.Count > 0 && !tables.Contains(HistoryRepository.DefaultTableName))
        {
            throw place.Unusable("it is a database of something else", DatabaseTrouble.Empty);
        }

        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw place.Unusable("it was made by a newer version of this program", DatabaseTrouble.Newer);
        }

        return !tables.Contains("Countries") || !await db.Countries.AnyAsync(cancellationToken);
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        // Only now, since it changes the database, which is known to be ours now.
        place.Settle(db.Database.GetDbConnection());
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any() && place.BackUp(pending[0]) is { } copy)
        {
            LogBackedUp(copy);
        }

        place.Clear(db.Database.GetDbConnection());
        await db.Database.MigrateAsync(cancellationToken);
        LogMigrated(pending.Count);
    }

    private async Task LoadAsync(ContentSet initial, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWritingAsync(cancellationToken);
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
