using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Data.Moving;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data.Moving;

/// <summary>A site on a file, an empty database on a server, and a file to move back to.</summary>
internal sealed class MovedSite : IDisposable
{
    private readonly List<ServiceProvider> opened = [];

    public MovedSite()
    {
        if (!PostgresServer.IsGiven)
        {
            Folder.Dispose();
            Assert.True(Environment.GetEnvironmentVariable("TESTS_REQUIRE_EVERYTHING") is null, $"Set {PostgresServer.Variable} to the connection string of a PostgreSQL server.");
            Assert.Skip($"No PostgreSQL server: {PostgresServer.Variable} is not set. ./tests/run starts one.");
        }

        TestDatabase.MakeReady(FilePath);
        Server = new DatabaseServer(PostgresServer.MakeEmpty());
    }

    public TempFolder Folder { get; } = new();

    public string FilePath => Folder["directory.db"];

    public DatabaseServer Server { get; } = null!;

    /// <summary>Names of all that is in the folder, when everything is closed.</summary>
    public IEnumerable<string?> FileNames
    {
        get
        {
            SqliteConnection.ClearAllPools();
            return Folder.FileNames;
        }
    }

    public DatabaseFile Back => new(Folder["back.db"]);

    /// <summary>From the file.</summary>
    public DatabaseMove FromFile => Open(services => services.AddSqliteDirectory(new DatabaseFile(FilePath), new ContentFolder(Folder.Path))).GetRequiredService<DatabaseMove>();

    /// <summary>From the server.</summary>
    public DatabaseMove FromServer => Open(services => services.AddPostgresDirectory(Server, new ContentFolder(Folder.Path))).GetRequiredService<DatabaseMove>();

    /// <summary>The program on the file.</summary>
    public ServiceProvider Open(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection().AddLogging().AddEditing();
        add(services);
        opened.Add(services.BuildServiceProvider());
        return opened[^1];
    }

    /// <summary>Asks the file.</summary>
    public object? AskFile(string sql) => Ask(new SqliteConnection($"Data Source={FilePath};Foreign Keys=False;Pooling=False"), sql);

    /// <summary>Asks the file that was moved back to.</summary>
    public object? AskBack(string sql) => Ask(new SqliteConnection($"Data Source={Back.Path};Foreign Keys=False;Pooling=False"), sql);

    /// <summary>Asks the server.</summary>
    public object? AskServer(string sql) => Ask(new NpgsqlConnection($"{Server.ConnectionString};Pooling=False;Options=-c session_replication_role=replica"), sql);

    public void Dispose()
    {
        opened.ForEach(services => services.Dispose());
        SqliteConnection.ClearAllPools();
        PostgresServer.Drop(Server.ConnectionString);
        Folder.Dispose();
    }

    private static object? Ask(DbConnection connection, string sql)
    {
        using var opened = connection;
        opened.Open();
        using var command = opened.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = TestSql.Quote(sql);
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
