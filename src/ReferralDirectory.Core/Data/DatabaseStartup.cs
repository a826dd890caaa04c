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
    private string? backedUpBefore;
    private DbConnection? looking;

    /// <summary>Brings the database to this version's schema, and loads the content folder where the directory is empty.</summary>
    /// <param name="mayFill">False where a database that is missing or empty is a mistake: see also <see cref="ContentFolder.FillsEmpty"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ContentFaultException">The directory is empty and the content has faults; the database is untouched.</exception>
    /// <exception cref="DatabaseUnusableException">It cannot be opened, or is not a database of this site.</exception>
    public async Task RunAsync(bool mayFill, CancellationToken cancellationToken)
    {
        try
        {
            // Nothing asynchronous as long as nobody is in the way and nothing is to be done: see Published.Snapshot.
            using var theLock = place.TryLock() ?? await LockAsync(cancellationToken);
            // For as long as the program runs. Whoever replaces the database holds the lock as well.
            use ??= place.TryUse(alone: false) ?? throw place.Unusable("it is being replaced", DatabaseTrouble.NoAnswer);
            var isEmpty = !place.Exists;
            if (place.Torn is { } torn)
            {
                throw place.Unusable(torn, isEmpty ? DatabaseTrouble.Gone : DatabaseTrouble.Damaged);
            }

            if (!isEmpty && LookWhetherItIsReady(out isEmpty))
            {
                return;
            }

            if (isEmpty && !(mayFill && content.FillsEmpty))
            {
                throw place.Unusable(
                    mayFill ? "there is no directory, and by Database__Create none is made" : "there is no directory any more; one is made when the program is started, and not while it runs",
                    place.Exists ? DatabaseTrouble.Empty : DatabaseTrouble.Gone);
            }

            // Faults in the content must leave no trace, so it is read before anything is written.
            var initial = isEmpty ? ContentReader.Read(content.Path, time) : null;
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

    /// <inheritdoc cref="RunAsync(bool, CancellationToken)"/>
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(mayFill: true, cancellationToken);

    /// <summary>For pages, where nothing can be written: a file on a full disk, or on one that can only be read.</summary>
    /// <returns>Null where that cannot be said, or it is not ready.</returns>
    /// <exception cref="DbException">It cannot be read either.</exception>
    public DbDataSource? OpenToRead()
    {
        var reading = place.ToReadOnly();
        using var connection = reading?.OpenConnection();
        return connection is not null && SchemaCheck.IsReady(connection, place, migrations) ? reading : null;
    }

    /// <summary>Uses the database no longer, so that somebody may put another in its place; after that it may be run again.</summary>
    public void LetGo()
    {
        place.Forget();
        looking?.Dispose();
        use?.Dispose();
        (looking, use) = (null, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        looking?.Dispose();
        use?.Dispose();
    }

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

    private bool LookWhetherItIsReady(out bool isEmpty)
    {
        try
        {
            return IsReady(out isEmpty);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or InvalidCastException or FormatException)
        {
            throw place.Unusable("what is in its tables cannot be read", DatabaseTrouble.Damaged, unreadable);
        }
    }

    /// <param name="isEmpty">Where it is not ready: it holds no directory.</param>
    /// <exception cref="DatabaseUnusableException">It is not ours, or of a newer version; it was only looked at.</exception>
    private bool IsReady(out bool isEmpty)
    {
        // What looks without changing anything is closed last: see LetGo.
        looking ??= place.OpenToLook();
        using var opened = looking is null ? database.OpenConnection() : null;
        var connection = looking ?? opened!;
        if (SchemaCheck.IsReady(connection, place, migrations))
        {
            place.Settle(connection);
            isEmpty = false;
            return true;
        }

        using var command = connection.CreateCommand();
        var tables = SchemaCheck.Names(command, place);
        var isOurs = tables.Count == 0 || tables.Contains(HistoryRepository.DefaultTableName);
        var applied = isOurs && tables.Count > 0 ? SchemaCheck.Applied(command) : [];
        if (!isOurs || (applied.Count > 0 && !tables.Contains("Countries")))
        {
            throw place.Unusable("it is a database of something else", DatabaseTrouble.Empty);
        }

        if (!applied.IsSubsetOf(migrations.Ids))
        {
            throw place.Unusable("it was made by a newer version of this program", DatabaseTrouble.Newer);
        }

        isEmpty = !tables.Contains("Countries") || !SchemaCheck.HasCountry(command);
        return false;
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

        // Once, however often it is tried.
        if (backedUpBefore != pending[0] && (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any() && place.BackUp(pending[0]) is { } copy)
        {
            backedUpBefore = pending[0];
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
