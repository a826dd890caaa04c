using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>The database that is moved.</summary>
internal static class MoveSource
{
    /// <summary>Begins a transaction that reads one moment, and until whose end nobody can write.</summary>
    public static DbTransaction BeginAlone(DbConnection connection, IEnumerable<MovedTable> tables)
    {
        if (connection is SqliteConnection)
        {
            return connection.BeginTransaction(PlainTransactions.SqliteWriting);
        }

        var transaction = connection.BeginTransaction(PlainTransactions.PostgresReading);
        // Not the program's own turn to write: some writes need none. The moment that is read begins after this, with the first question.
        MoveTarget.Execute(transaction, $"SET LOCAL lock_timeout = '10s'; LOCK TABLE {string.Join(", ", tables.Select(table => $"\"{table.Name}\""))} IN SHARE MODE");
        return transaction;
    }

    /// <summary>Looks whether the database has the tables and columns of the model, and no others: what stands elsewhere would not be moved.</summary>
    /// <exception cref="MoveException">It has not.</exception>
    public static void Check(DbTransaction transaction, DatabasePlace place, ImmutableArray<MovedTable> tables)
    {
        var expected = tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")).ToHashSet(StringComparer.Ordinal);
        var found = NamesIn(transaction, place).SelectMany(table => ColumnsOf(transaction, table)).ToHashSet(StringComparer.Ordinal);
        expected.SymmetricExceptWith(found);
        if (expected.Count > 0)
        {
            throw new MoveException($"The database has other tables or columns than this version: {string.Join(", ", expected.Order(StringComparer.Ordinal))}. Take away what is not the program's, then move again.");
        }
    }

    private static List<string> NamesIn(DbTransaction transaction, DatabasePlace place)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // A statement of the program's.
        command.CommandText = place.Tables;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        List<string> names = [];
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }

        return [.. names.Where(name => name is not "__EFMigrationsHistory" && !name.StartsWith("sqlite_", StringComparison.Ordinal))];
    }

    private static List<string> ColumnsOf(DbTransaction transaction, string table)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // A name that the database gave.
        command.CommandText = $"SELECT * FROM \"{table}\" LIMIT 0";
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        return [.. Enumerable.Range(0, rows.FieldCount).Select(i => $"{table}.{rows.GetName(i)}")];
    }
}
