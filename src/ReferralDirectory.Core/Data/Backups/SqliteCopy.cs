using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReferralDirectory.Core.Data.Backups;

/// <summary>A copy of an SQLite database, by its online backup: it says what was committed when it began, and nobody waits for it.</summary>
internal static class SqliteCopy
{
    /// <summary>Between two looks at whether to go on.</summary>
    private const int PagesAtOnce = 1000;

    /// <summary>Makes an empty file a copy, in one file without a log beside it. It is not on the disk yet.</summary>
    /// <param name="from">Where from, as SQLite's driver reads it.</param>
    /// <param name="path">The empty file.</param>
    /// <param name="cancellationToken">Ends it; what was written stays.</param>
    /// <exception cref="SqliteException">It cannot be read or written.</exception>
    public static void Write(SqliteConnectionStringBuilder from, string path, CancellationToken cancellationToken)
    {
        using var source = Open(from);
        using var target = Open(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false });
        // Who reads sees one moment until they are done. Without that, SQLite would begin anew with each write of others.
        Execute(source, "BEGIN; SELECT COUNT(*) FROM sqlite_master");
        // It is thrown away where it does not come to its end, and flushed when it does.
        Execute(target, "PRAGMA synchronous=OFF");
        using (var backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main"))
        {
            var code = raw.SQLITE_OK;
            while (code == raw.SQLITE_OK)
            {
                cancellationToken.ThrowIfCancellationRequested();
                code = backup is null ? raw.sqlite3_errcode(target.Handle) : raw.sqlite3_backup_step(backup, PagesAtOnce);
            }

            if (code != raw.SQLITE_DONE)
            {
                throw new SqliteException(raw.sqlite3_errstr(code).utf8_to_string(), code);
            }
        }

        Execute(target, "PRAGMA journal_mode=DELETE");
    }

    private static SqliteConnection Open(SqliteConnectionStringBuilder settings)
    {
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        Execute(connection, "PRAGMA trusted_schema=OFF");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the statements above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
