using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>Reads rows so that they say the same whichever product they come from: as SQLite stores them.</summary>
internal static class StoredRows
{
    /// <summary>All rows in the order of their key, one after the other.</summary>
    /// <param name="transaction">Sees one moment.</param>
    /// <param name="table">Which.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The same array for each row: text, <see cref="long"/>, bytes or null.</returns>
    public static IEnumerable<object?[]> Of(DbTransaction transaction, MovedTable table, CancellationToken cancellationToken)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // Names of the model.
        command.CommandText = table.Select;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var isPostgres = transaction.Connection is NpgsqlConnection;
        var values = new object?[table.Columns.Length];
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = AsOnSqlite(rows.GetValue(i), table.Columns[i], isPostgres);
            }

            yield return values;
        }
    }

    private static object? AsOnSqlite(object value, MovedColumn column, bool isPostgres) => value switch
    {
        DBNull => null,
        string document when isPostgres && column.Kind == ColumnKind.Json => DocumentBytes.AsOnSqlite(document, column),
        Guid id => StoredText.OfId(id),
        bool flag => flag ? 1L : 0L,
        int number => (long)number,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime day when column.Kind == ColumnKind.Day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string or long or byte[] => value,
        _ => throw new InvalidCastException($"A value of type {value.GetType().Name} stands where none is expected."),
    };
}
