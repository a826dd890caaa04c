using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>Writes a value, given as SQLite stores it, as PostgreSQL stores it.</summary>
internal static class PostgresValue
{
    /// <exception cref="MoveException">It is none of the column's kind: somebody wrote past the program.</exception>
    public static void Write(NpgsqlBinaryImporter copy, MovedTable table, MovedColumn column, object? value)
    {
        if (value is null)
        {
            copy.WriteNull();
            return;
        }

        try
        {
            WriteOf(copy, column, value);
        }
        catch (Exception problem) when (problem is InvalidCastException or FormatException or OverflowException or JsonException)
        {
            throw new MoveException($"{table.Name}.{column.Name} holds a value that the program would not have written there. Find it with a database tool and mend it, or restore a backup, then move again.", problem);
        }
    }

    private static void WriteOf(NpgsqlBinaryImporter copy, MovedColumn column, object value)
    {
        switch (column.Kind)
        {
            case ColumnKind.Text:
                copy.Write((string)value, NpgsqlDbType.Text);
                break;
            case ColumnKind.Json:
                copy.Write(DocumentBytes.AsOnPostgres((string)value, column), NpgsqlDbType.Jsonb);
                break;
            case ColumnKind.Id:
                copy.Write(Guid.ParseExact((string)value, "D"), NpgsqlDbType.Uuid);
                break;
            case ColumnKind.Flag:
                copy.Write((long)value != 0, NpgsqlDbType.Boolean);
                break;
            case ColumnKind.Number:
                copy.Write(checked((int)(long)value), NpgsqlDbType.Integer);
                break;
            case ColumnKind.LongNumber:
                copy.Write((long)value, NpgsqlDbType.Bigint);
                break;
            case ColumnKind.Day:
                copy.Write(DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture), NpgsqlDbType.Date);
                break;
            case ColumnKind.Bytes:
                copy.Write((byte[])value, NpgsqlDbType.Bytea);
                break;
            default:
                throw new NotSupportedException();
        }
    }
}
