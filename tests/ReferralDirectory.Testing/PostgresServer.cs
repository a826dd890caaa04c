using Npgsql;

namespace ReferralDirectory.Testing;

/// <summary>The PostgreSQL server of a test run.</summary>
public static class PostgresServer
{
    /// <summary>A connection string for a superuser of a server that serves nothing else; <c>tests/run</c> sets it.</summary>
    public const string Variable = "TESTS_POSTGRESQL";

    private static int made;

    /// <summary>True where one was given.</summary>
    public static bool IsGiven => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>A connection string of a database in which nothing was made yet.</summary>
    public static string MakeEmpty() => MakeCopy("template0");

    /// <summary>One of a copy of another database, which nobody is connected to.</summary>
    internal static string MakeCopy(string template)
    {
        var name = $"referral_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        Manage($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        return new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { Database = name }.ToString();
    }

    /// <summary>Throws a database away, whoever is connected to it.</summary>
    public static void Drop(string connectionString) => Manage($"DROP DATABASE \"{NameIn(connectionString)}\" WITH (FORCE)");

    internal static string NameIn(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    /// <summary>A connection past the foreign keys.</summary>
    internal static NpgsqlConnection Connect(string connectionString)
    {
        var connection = new NpgsqlConnection($"{connectionString};Pooling=False;Server Compatibility Mode=NoTypeLoading;Options=-c session_replication_role=replica");
        connection.Open();
        return connection;
    }

    internal static string Ask(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names that are made here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() as string ?? "";
    }

    private static void Manage(string sql)
    {
        using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"Set {Variable} to the connection string of a PostgreSQL server."));
        connection.Open();
        Ask(connection, sql);
    }
}
