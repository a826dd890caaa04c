using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace ReferralDirectory.Core.Data.Moving;

/// <summary>An empty database of a server. Schema and rows are one transaction: whoever is killed in the middle leaves it as empty as it was.</summary>
internal sealed class PostgresMoveTarget(DatabaseServer server) : MoveTarget
{
    private const string Tables = "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()";

    /// <summary>Columns that number themselves go on after the highest.</summary>
    private const string Numbered = """
        SELECT string_agg(format('SELECT setval(pg_get_serial_sequence(%L, %L), GREATEST((SELECT COALESCE(MAX(%I), 0) FROM %I), 1), (SELECT COUNT(*) > 0 FROM %I))', quote_ident(table_name), column_name, column_name, table_name, table_name), ';')
        FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'
        """;

    private readonly NpgsqlConnectionStringBuilder settings = new(server.ConnectionString) { Pooling = false, CommandTimeout = 0 };
    private NpgsqlConnection? connection;
    private DbTransaction? transaction;

    internal override string Name => $"'{settings.Database}' on {settings.Host}";

    internal override DbTransaction Prepare()
    {
        Open(PlainTransactions.PostgresWriting);
        // A site that starts there now would fill it.
        if (Execute(transaction!, PostgresPlace.Lock) is not true)
        {
            throw new MoveException($"A site is starting on the target {Name}. Stop it, and name an empty database.");
        }

        if (Execute(transaction!, Tables) is not 0L)
        {
            throw Filled(Name);
        }

        using var db = new PostgresDirectoryDb(new DbContextOptionsBuilder<PostgresDirectoryDb>().UseNpgsql("Host=nowhere").Options);
        Execute(transaction!, db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions));
        return transaction!;
    }

    internal override DbTransaction BeginReading()
    {
        Open(PlainTransactions.PostgresReading);
        return transaction!;
    }

    internal override void Write(MovedTable table, IEnumerable<object?[]> rows)
    {
        using var copy = connection!.BeginBinaryImport($"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
        copy.Timeout = TimeSpan.Zero;
        foreach (var row in rows)
        {
            copy.StartRow();
            for (var i = 0; i < row.Length; i++)
            {
                PostgresValue.Write(copy, table, table.Columns[i], row[i]);
            }
        }

        copy.Complete();
    }

    internal override void Finish()
    {
        if (Execute(transaction!, Numbered) is string sequences)
        {
            Execute(transaction!, sequences);
        }

        transaction!.Commit();
    }

    // Takes back what was not committed.
    protected override void Dispose(bool disposing)
    {
        transaction?.Dispose();
        connection?.Dispose();
    }

    private void Open(System.Data.IsolationLevel level)
    {
        connection = new NpgsqlConnection(settings.ToString());
        connection.Open();
        transaction = connection.BeginTransaction(level);
    }
}
