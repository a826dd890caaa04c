using System.Data.Common;
using Npgsql;

namespace ReferralDirectory.Core.Data;

/// <summary>What stands in the way of a PostgreSQL server.</summary>
internal static class PostgresTroubles
{
    public static DatabaseTrouble? Of(NpgsqlException problem) => problem is not PostgresException { SqlState: var state } ? DatabaseTrouble.NoAnswer : state switch
    {
        PostgresErrorCodes.InvalidCatalogName => DatabaseTrouble.Gone,
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseTrouble.ReadOnly,
        PostgresErrorCodes.DiskFull => DatabaseTrouble.DiskFull,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => DatabaseTrouble.Damaged,
        // It lets nobody in, has no means left, or is being stopped; somebody else wrote for too long; it fell.
        _ when Array.Exists(["08", "28", "53", "55", "57", "58"], kind => state.StartsWith(kind, StringComparison.Ordinal)) => DatabaseTrouble.NoAnswer,
        _ => null,
    };

    public static DatabaseTrouble? OfWriting(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SHOW transaction_read_only";
        return command.ExecuteScalar() is "on" ? DatabaseTrouble.ReadOnly : null;
    }
}
