using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ReferralDirectory.Core.Data;

/// <summary>One file.</summary>
internal sealed class SqlitePlace(DatabaseFile file) : DatabasePlace
{
    /// <summary>EF Core's own lock: a row in this table, which a killed process leaves behind.</summary>
    private const string MigrationsLock = "__EFMigrationsLock";

    /// <summary>SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE.</summary>
    private const int KeepsLogWhenClosed = 1006;

    public override bool Exists => File.Exists(file.Path);

    public override string Product => "SQLite";

    internal override string? Torn => HasLog && !(File.Exists(file.Path) && new FileInfo(file.Path).Length > 0)
        ? "it is empty or not there, and what was written to it lies beside it, in its '-wal'"
        : null;

    private bool HasLog => new FileInfo(file.Path + "-wal") is { Exists: true, Length: > 0 };

    public override DatabaseRoom? Room => new(
        Array.ConvertAll(["", "-wal", "-shm"], ending => new FileInfo(file.Path + ending)).Where(part => part.Exists).Sum(part => part.Length),
        new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(file.Path)! : Path.GetDirectoryName(file.Path)!).AvailableFreeSpace);

    protected override string Name => $"'{file.Path}'";

    protected override string Advice => "Set Database__Path to a file in a folder that can be written, or restore a backup.";

    // A first start that was killed may have made the table of the lock and nothing else.
    internal override string Tables => $"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name <> '{MigrationsLock}'";

    public override DatabaseUnusableException? Refusal(Exception problem) => problem switch
    {
        DbUpdateException { InnerException: SqliteException reason } => Refusal(reason),
        // What has no name is said of tables or columns that are not as they should be.
        SqliteException reason => Unusable(reason.Message, SqliteTroubles.Of(reason) ?? DatabaseTrouble.Damaged, reason),
        IOException or UnauthorizedAccessException => Unusable(problem.Message, SqliteTroubles.OfFile(problem), problem),
        _ => null,
    };

    protected override DatabaseTrouble? TroubleOf(DbException problem) => problem is SqliteException found ? SqliteTroubles.Of(found) : null;

    internal override DatabaseTrouble? FindWritingTrouble(DbConnection connection) => SqliteTroubles.OfWriting(connection, file.Path);

    // Unlike EF Core's lock, the system releases this one when the process ends.
    internal override IDisposable? TryLock() => FileLock.TryTake($"{file.Path}.lock", alone: true);

    internal override IDisposable? TryUse(bool alone) => FileLock.TryTake($"{file.Path}.use.lock", alone);

    internal override void Settle(DbConnection connection) => Execute(connection, "PRAGMA journal_mode=WAL");

    internal override string BackUp(string migration)
    {
        var copy = $"{file.Path}.before-{migration}";
        using var from = new SqliteConnection($"Data Source={file.Path};Mode=ReadOnly;Pooling=False");
        using var to = new SqliteConnection($"Data Source={copy};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return Path.GetFileName(copy);
    }

    // The last who closes it would bring into the file what a killed program left in the log.
    internal override DbConnection? OpenToLook()
    {
        if (!HasLog)
        {
            return null;
        }

        var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        connection.Open();
        _ = raw.sqlite3_db_config(connection.Handle, KeepsLogWhenClosed, 1, out _);
        return connection;
    }

    // Whoever takes it for unchangeable does not see what is in a log.
    internal override DbDataSource? ToReadOnly() => File.Exists(file.Path) && !DatabaseFile.Beside.Any(ending => ending != "-shm" && new FileInfo(file.Path + ending) is { Exists: true, Length: > 0 })
        ? new SqliteDataSource($"Data Source=\"{new Uri(file.Path).AbsoluteUri}?immutable=1\";Mode=ReadOnly;Pooling=False")
        : null;

    internal override void Forget() => SqliteConnection.ClearAllPools();

    internal override void Clear(DbConnection connection) => Execute(connection, $"DROP TABLE IF EXISTS \"{MigrationsLock}\"");

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the statements above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
