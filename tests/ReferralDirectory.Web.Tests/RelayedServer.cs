using Npgsql;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests;

/// <summary>An empty database of the run's PostgreSQL server, behind a relay that a test stops.</summary>
internal sealed class RelayedServer : IDisposable
{
    private readonly string connectionString;

    public RelayedServer()
    {
        if (!PostgresServer.IsGiven)
        {
            Assert.True(Environment.GetEnvironmentVariable("TESTS_REQUIRE_EVERYTHING") is null, $"Set {PostgresServer.Variable} to the connection string of a PostgreSQL server.");
            Assert.Skip($"No PostgreSQL server: {PostgresServer.Variable} is not set. ./tests/run starts one.");
        }

        connectionString = PostgresServer.MakeEmpty();
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        Relay = new ServerRelay(server.Host!, server.Port);
        Settings = new Dictionary<string, string>
        {
            ["Database:Provider"] = "PostgreSQL",
            ["Database:ConnectionString"] = new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = Relay.Port }.ToString(),
        };
    }

    public ServerRelay Relay { get; }

    /// <summary>Of a site that uses it.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public void Dispose()
    {
        Relay.Dispose();
        PostgresServer.Drop(connectionString);
    }
}
