using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Core.Data;

/// <summary>
/// Transactions begun without EF Core, so that they mean the same on each product. See <see cref="DirectoryDb.BeginWritingAsync"/> and
/// <see cref="DirectoryDb.BeginReadingAsync"/>.
/// </summary>
internal static class PlainTransactions
{
    /// <summary>On SQLite this level is BEGIN IMMEDIATE.</summary>
    public const IsolationLevel SqliteWriting = IsolationLevel.Serializable;

    /// <summary>SQLite has no level but serializable; asked for this one, its driver begins as a reader.</summary>
    public const IsolationLevel SqliteReading = IsolationLevel.ReadUncommitted;

    /// <summary>Each statement sees what was committed before it, and whoever waited for their turn sees all of the turn before. At a stricter level they would see what was there when they began to wait.</summary>
    public const IsolationLevel PostgresWriting = IsolationLevel.ReadCommitted;

    /// <summary>Everything is seen as it was at the first statement.</summary>
    public const IsolationLevel PostgresReading = IsolationLevel.RepeatableRead;

    /// <summary>
    /// Waits for the right to write, of which there is one in a database, and which goes back with the end of the transaction. Like SQLite's, the
    /// wait ends after ten seconds. From a machine that went away in the middle the server takes it after thirty.
    /// </summary>
    public const string PostgresTurn = "SET LOCAL lock_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '30s'; SELECT pg_advisory_xact_lock(5641301)";

    /// <summary>Begins one that holds the right to write.</summary>
    public static async Task<DbTransaction> BeginWritingAsync(this DbConnection connection, CancellationToken cancellationToken)
    {
        if (connection is SqliteConnection)
        {
            return await connection.BeginTransactionAsync(SqliteWriting, cancellationToken);
        }

        var transaction = await connection.BeginTransactionAsync(PostgresWriting, cancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = PostgresTurn;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }

    /// <summary>Begins one that reads one moment. Not asynchronous: see <see cref="Published.Snapshot"/>.</summary>
    public static DbTransaction BeginReading(this DbConnection connection) =>
        connection.BeginTransaction(connection is SqliteConnection ? SqliteReading : PostgresReading);
}
