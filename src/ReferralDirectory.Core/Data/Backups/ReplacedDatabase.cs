using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Core.Data.Backups;

/// <summary>A database that is about to be replaced: what lies beside it must not be taken for the new one's.</summary>
internal static class ReplacedDatabase
{
    /// <summary>
    /// Brings what is in the log into the file. One that is damaged, and so is perhaps replaced because of that, keeps its log beside it, under the
    /// name that it gets.
    /// </summary>
    /// <param name="path">The file. Nobody else has it open.</param>
    /// <param name="replaced">What it will be called.</param>
    public static void Settle(string path, string replaced)
    {
        // Of a file that it takes for empty, SQLite throws the log away. So there is a copy of it first.
        foreach (var file in DatabaseFile.Beside.Where(file => File.Exists(path + file)))
        {
            File.Copy(path + file, replaced + file);
            SafeDisk.FlushFile(replaced + file);
        }

        SafeDisk.FlushFolderOf(path);
        var isFolded = File.Exists(path) && new FileInfo(path).Length > 0 && TryFold(path);
        foreach (var file in DatabaseFile.Beside)
        {
            File.Delete(path + file);
            if (isFolded)
            {
                File.Delete(replaced + file);
            }
        }

        SafeDisk.FlushFolderOf(path);
    }

    private static bool TryFold(string path)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA trusted_schema=OFF; PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE";
            command.ExecuteNonQuery();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
