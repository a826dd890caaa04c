using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Core.Data.Backups;

/// <summary>Copies the SQLite file of a site, while it runs and is edited.</summary>
public sealed class DatabaseBackup(DatabaseFile file, KnownMigrations known, DatabasePlace place)
{
    /// <summary>What a file is called until it is whole.</summary>
    internal const string Unfinished = ".part";

    /// <summary>
    /// Writes a copy that holds every write which was acknowledged before the call. It gets its name when it was read back, found whole and is on
    /// the disk; until then it is called as the name with <c>.part</c> at its end, and only its owner may read it.
    /// </summary>
    /// <param name="path">Where: absolute, and nothing is there.</param>
    /// <param name="cancellationToken">Ends it; nothing is left then.</param>
    /// <exception cref="BackupException">There is something at the path, it cannot be written, or the database is not whole.</exception>
    public void Write(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(file.Path))
        {
            throw new BackupException($"There is no database '{file.Path}' to back up. Set Database__Path to the file of the site.");
        }

        if (Path.Exists(path))
        {
            throw new BackupException($"'{path}' exists already, and is kept. Choose a name that does not exist.");
        }

        var part = path + Unfinished;
        try
        {
            using var use = place.TryUse(alone: false) ?? throw new BackupException("The database is being replaced at this moment. Try again when that is done.");
            NewFile.Reserve(part);
            WriteReserved(path, part, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new BackupException($"'{path}' cannot be written: {problem.Message.TrimEnd('.')}. Choose a folder that can be written to and has room, then try again.", problem);
        }
    }

    private void WriteReserved(string path, string part, CancellationToken cancellationToken)
    {
        try
        {
            SqliteCopy.Write(new SqliteConnectionStringBuilder { DataSource = file.Path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }, part, cancellationToken);
            if (SqliteFileCheck.FaultOf(part, known, cancellationToken) is { } fault)
            {
                throw new BackupException($"The database '{file.Path}' was not backed up: {fault}. Restore a backup of before, or ask whoever looks after the site.");
            }

            NewFile.Name(part, path);
        }
        catch
        {
            NewFile.Delete(part);
            throw;
        }
    }
}
