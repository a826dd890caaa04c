using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReferralDirectory.Core.Data.Backups;

/// <summary>Looks whether a file is a whole database of this program.</summary>
internal static class SqliteFileCheck
{
    /// <summary>Why it is none that a site could start with, as the end of a sentence; null where it is one.</summary>
    /// <param name="path">A file without a log beside it.</param>
    /// <param name="known">The migrations of this program.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static string? FaultOf(string path, KnownMigrations known, CancellationToken cancellationToken)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var interruption = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
            return FaultOfSchema(connection, known) ?? FaultOfPages(connection);
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (SqliteException problem)
        {
            return ReasonOf(problem);
        }
    }

    /// <summary>What a problem with a file says of it, as the end of a sentence.</summary>
    public static string ReasonOf(SqliteException problem) => problem.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => "it is no database",
        raw.SQLITE_CORRUPT => "it is damaged",
        _ => $"it cannot be read ({problem.Message.TrimEnd('.')})",
    };

    private static string? FaultOfSchema(SqliteConnection connection, KnownMigrations known)
    {
        if (Ask(connection, "PRAGMA trusted_schema=OFF; SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('__EFMigrationsHistory', 'Countries')").Count < 2)
        {
            return "it is not a database of this program";
        }

        var applied = Ask(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"");
        return !applied.Contains(known.Ids.Min(StringComparer.Ordinal)!) ? "it is not a database of this program"
            : applied.Except(known.Ids).Any() ? "it was made by a newer version of this program"
            : null;
    }

    private static string? FaultOfPages(SqliteConnection connection) =>
        Ask(connection, "PRAGMA integrity_check(1)") is not ["ok"] and [var fault, ..] ? $"it is damaged ({fault.ReplaceLineEndings(" ")})"
        : Ask(connection, "PRAGMA foreign_key_check") is [var table, ..] ? $"it is damaged (a row of {table} belongs to one that is not there)"
        : null;

    private static List<string> Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the statements above.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        List<string> found = [];
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}
