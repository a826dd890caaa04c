using System.Collections.Concurrent;
using Npgsql;

namespace ReferralDirectory.Testing;

/// <summary>
/// A database that tests get copies of. A copy that a test gave back is made as it was, and serves the next: to make one anew takes as long as a
/// whole test.
/// </summary>
internal sealed class PostgresTemplate
{
    /// <summary>Whatever a test may have done to the tables.</summary>
    private const string Shape = """
        SELECT string_agg(relname, ',' ORDER BY relname) || (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal) || (SELECT count(*) FROM pg_constraint) || (SELECT count(*) FROM pg_namespace WHERE nspname = 'made')
        FROM pg_class WHERE relnamespace = 'public'::regnamespace
        """;

    private readonly ConcurrentBag<string> free = [];
    private readonly string name;
    private readonly string shape;
    private readonly string renewal;

    /// <param name="fill">Fills an empty database, and closes what it opened.</param>
    public PostgresTemplate(Action<string> fill)
    {
        var connectionString = PostgresServer.MakeEmpty();
        fill(connectionString);
        using var connection = PostgresServer.Connect(connectionString);
        var tables = PostgresServer.Ask(connection, "SELECT string_agg(quote_ident(tablename), ' ') FROM pg_tables WHERE schemaname = 'public'").Split(' ');
        var filled = tables.Where(table => PostgresServer.Ask(connection, $"SELECT 'filled' FROM {table} LIMIT 1").Length > 0).ToList();
        PostgresServer.Ask(connection, string.Join(';', filled.Select(table => $"CREATE TABLE made.{table} AS TABLE {table}").Prepend("CREATE SCHEMA made")));
        name = PostgresServer.NameIn(connectionString);
        shape = PostgresServer.Ask(connection, Shape);
        renewal = string.Join(';', tables.Select(table => $"DELETE FROM {table}")
            .Prepend("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
            .Concat(filled.Select(table => $"INSERT INTO {table} TABLE made.{table}")));
    }

    /// <summary>A connection string of a copy.</summary>
    public string Take() => free.TryTake(out var copy) ? copy : PostgresServer.MakeCopy(name);

    /// <summary>Takes a copy back.</summary>
    public void GiveBack(string connectionString)
    {
        if (TryRenew(connectionString))
        {
            free.Add(connectionString);
        }
        else
        {
            PostgresServer.Drop(connectionString);
        }
    }

    private bool TryRenew(string connectionString)
    {
        using NpgsqlConnection connection = PostgresServer.Connect(connectionString);
        if (PostgresServer.Ask(connection, Shape) != shape)
        {
            return false;
        }

        PostgresServer.Ask(connection, renewal);
        return true;
    }
}
