using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Core.Data.Backups;

/// <summary>Puts a backup in the place of the SQLite file.</summary>
public sealed class DatabaseRestore(DatabaseFile file, KnownMigrations known, DatabasePlace place, TimeProvider time)
{
    /// <summary>
    /// Copies the backup beside the database, looks whether the copy is whole, and puts it in the database's place in one step. Whatever ends
    /// the process, the one or the other is there, whole. No site may run on it meanwhile.
    /// </summary>
    /// <param name="path">The backup, which stays.</param>
    /// <param name="cancellationToken">Ends it before the database is touched.</param>
    /// <returns>The file that holds the database of before; null where there was none.</returns>
    /// <exception cref="BackupException">A site runs, or the file is no whole database of this version or an older one. The database is as it was.</exception>
    public string? Restore(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || path == file.Path)
        {
            throw new BackupException(path == file.Path ? $"'{path}' is the database itself. Name a backup." : $"There is no file '{path}'. Name a backup.");
        }

        var part = $"{file.Path}.restoring{DatabaseBackup.Unfinished}";
        try
        {
            using var start = place.TryLock() ?? throw Running();
            using var use = place.TryUse(alone: true) ?? throw Running();
            try
            {
                Copy(path, part, cancellationToken);
                return Replace(part);
            }
            finally
            {
                NewFile.Delete(part);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"'{path}' was not restored: {problem.Message.TrimEnd('.')}. See to it that the database's folder can be written to and has room, then try again.", problem);
        }
    }

    private BackupException Running() => new($"A program is using the database '{file.Path}'. Stop the site, then restore again.");

    private void Copy(string path, string part, CancellationToken cancellationToken)
    {
        // Nobody else is here: an earlier restore was killed.
        NewFile.Delete(part);
        NewFile.Reserve(part);
        string? fault;
        try
        {
            SqliteCopy.Write(Reading(path), part, cancellationToken);
            fault = SqliteFileCheck.FaultOf(part, known, cancellationToken);
        }
        catch (SqliteException problem)
        {
            fault = SqliteFileCheck.ReasonOf(problem);
        }

        if (fault is not null)
        {
            throw new BackupException($"'{path}' was not restored: {fault}. The database is as it was; name another backup{(fault.Contains("newer", StringComparison.Ordinal) ? ", or install that version" : "")}.");
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(part, File.Exists(file.Path) ? File.GetUnixFileMode(file.Path) : UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        SafeDisk.FlushFile(part);
    }

    // A backup may lie where nothing can be written. With a log beside it, SQLite has to; without, nobody is writing it.
    private static SqliteConnectionStringBuilder Reading(string path) => new()
    {
        DataSource = File.Exists($"{path}-wal") ? path : $"file:{Uri.EscapeDataString(path)}?immutable=1",
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
    };

    private string? Replace(string part)
    {
        var replaced = $"{file.Path}.replaced-{time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        var existed = File.Exists(file.Path);
        if (existed && Path.Exists(replaced))
        {
            throw new IOException($"'{replaced}' exists already");
        }

        ReplacedDatabase.Settle(file.Path, replaced);
        if (existed)
        {
            // Gives the old file its second name before the new one takes the first.
            File.Replace(part, file.Path, replaced);
        }
        else
        {
            File.Move(part, file.Path);
        }

        SafeDisk.FlushFolderOf(file.Path);
        return existed ? replaced : null;
    }
}
