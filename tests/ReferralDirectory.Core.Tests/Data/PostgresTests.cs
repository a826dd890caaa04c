using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data;

/// <summary>What a start does with a database on a server. All other tests that touch data run on one as well where <see cref="TestDatabase.Provider"/> says so.</summary>
public sealed class PostgresTests : IDisposable
{
    private readonly SmallContent content = new();
    private readonly string connectionString;

    public PostgresTests()
    {
        if (!PostgresServer.IsGiven)
        {
            Assert.True(Environment.GetEnvironmentVariable("TESTS_REQUIRE_EVERYTHING") is null, $"Set {PostgresServer.Variable} to the connection string of a PostgreSQL server.");
            Assert.Skip($"No PostgreSQL server: {PostgresServer.Variable} is not set. ./tests/run starts one.");
        }

        connectionString = PostgresServer.MakeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OnANewDatabase_MigratesAndLoadsTheContent_Once()
    {
        await StartAsync();
        await StartAsync();

        Assert.Equal(2L, Ask("SELECT COUNT(*) FROM Organisations"));
    }

    [Fact]
    public async Task Run_OnADatabaseOfSomethingElse_RefusesItAndLeavesItAsItWas()
    {
        Ask("CREATE TABLE Recipes (Name text)");

        await AssertRefusedAsync("it is a database of something else");

        Assert.Equal(1L, Ask("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task Run_OnADatabaseOfALaterVersion_RefusesIt()
    {
        await StartAsync();
        Ask("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231235959_Later', '99.0.0')");

        await AssertRefusedAsync("it was made by a newer version of this program");
    }

    [Fact]
    public async Task Run_WhereThereIsNoSuchDatabase_SaysSoInASentence()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(connectionString) { Database = "nowhere" };

        var problem = await Assert.ThrowsAsync<DatabaseUnusableException>(() => StartAsync(nowhere.ToString()));

        Assert.Equal($"The database 'nowhere' on {nowhere.Host} cannot be used: database \"nowhere\" does not exist. Check Database__ConnectionString, or restore a backup.", problem.Message);
    }

    [Fact]
    public async Task Run_WhileAnotherStartHoldsTheLock_WaitsUntilItsProcessIsGone()
    {
        await using var another = new NpgsqlConnection($"{connectionString};Pooling=False");
        await another.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand("BEGIN; SELECT pg_advisory_xact_lock(5641302)", another);
        await command.ExecuteNonQueryAsync(Cancel);
        var start = StartAsync();
        Assert.False(start.IsCompleted);
        Assert.Equal(0L, Ask("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"));

        Ask($"SELECT pg_terminate_backend({another.ProcessID})");
        await start;

        Assert.Equal(2L, Ask("SELECT COUNT(*) FROM Organisations"));
    }

    [Fact]
    public async Task Run_ByManyAtOnce_SucceedsForAllAndLoadsOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => StartAsync(), Cancel)));

        Assert.Equal(2L, Ask("SELECT COUNT(*) FROM Organisations"));
    }

    public void Dispose()
    {
        PostgresServer.Drop(connectionString);
        content.Dispose();
    }

    private async Task AssertRefusedAsync(string reason)
    {
        var problem = await Assert.ThrowsAsync<DatabaseUnusableException>(() => StartAsync());

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    private async Task StartAsync(string? where = null)
    {
        await using var services = Services(where ?? connectionString);
        await services.GetRequiredService<DatabaseStartup>().RunAsync(Cancel);
    }

    private ServiceProvider Services(string where) =>
        new ServiceCollection().AddLogging().AddPostgresDirectory(new DatabaseServer(where), new ContentFolder(content.Path)).AddEditing().BuildServiceProvider();

    private object? Ask(string sql)
    {
        using DbConnection connection = new NpgsqlConnection($"{connectionString};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in this file.
        command.CommandText = TestSql.Quote(sql);
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
