using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Testing;

/// <summary>
/// The database of a test: an SQLite file, or one of a PostgreSQL server, which a test names by the path that the file would have. It is made when
/// it is first asked for, migrated already, and goes with the test's folder.
/// </summary>
public static class TestDatabase
{
    /// <summary>Says on which database the tests run that run on either: SQLite where it is not set, or PostgreSQL.</summary>
    public const string Provider = "TESTS_DATABASE";

    private static readonly ConcurrentDictionary<string, Lazy<Server>> Made = new();
    private static readonly ConcurrentDictionary<string, Lazy<string>> ReadyFiles = new();
    private static readonly ConcurrentDictionary<string, Lazy<PostgresTemplate>> Templates = new();
    private static readonly Lazy<TempFolder> OfReadyFiles = new(MakeFolder);

    /// <summary>True where this run is about PostgreSQL.</summary>
    public static bool IsPostgres => Environment.GetEnvironmentVariable(Provider) == "PostgreSQL";

    /// <summary>The settings of a site, as on the command line.</summary>
    /// <param name="path">Its SQLite file, or what would be.</param>
    public static IEnumerable<KeyValuePair<string, string>> Settings(string path) => IsPostgres
        ? [new("Database:Provider", "PostgreSQL"), new("Database:ConnectionString", ConnectionString(path))]
        : [new("Database:Path", path)];

    /// <summary>Registers a database of the run's product.</summary>
    public static IServiceCollection AddTestDirectory(this IServiceCollection services, string path, string contentFolder) => IsPostgres
        ? services.AddPostgresDirectory(new DatabaseServer(ConnectionString(path)), new ContentFolder(contentFolder))
        : services.AddSqliteDirectory(new DatabaseFile(path), new ContentFolder(contentFolder));

    /// <summary>A connection for somebody with a database tool, past all that the site sets: no foreign key stands in the way.</summary>
    public static DbConnection Connect(string path)
    {
        if (IsPostgres)
        {
            return PostgresServer.Connect(ConnectionString(path));
        }

        var connection = new SqliteConnection($"Data Source={path};Foreign Keys=False;Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Does something with such a tool.</summary>
    /// <param name="path">To which database.</param>
    /// <param name="sql">As both products read it, but that names need no quotes.</param>
    /// <returns>Rows changed.</returns>
    public static int Execute(string path, string sql)
    {
        using var connection = Connect(path);
        using var command = Command(connection, TestSql.Quote(sql));
        return command.ExecuteNonQuery();
    }

    /// <summary>Asks with such a tool.</summary>
    /// <param name="path">Which database.</param>
    /// <param name="sql">As both products read it, but that names need no quotes.</param>
    /// <returns>The first column of the first row.</returns>
    public static object? Ask(string path, string sql)
    {
        using var connection = Connect(path);
        using var command = Command(connection, TestSql.Quote(sql));
        return command.ExecuteScalar();
    }

    /// <summary>Where the database is.</summary>
    public static string ConnectionString(string path) => Of(path, () => Copy("migrated", Migrate)).ConnectionString;

    /// <summary>Makes it empty, as whoever sets up a server does; call it before anything else is asked of it.</summary>
    public static string MakeEmpty(string path) => Of(path, () => new Server(PostgresServer.MakeEmpty(), null)).ConnectionString;

    /// <summary>Makes it as a start left another one: the first who asks for that has it started, and all get copies.</summary>
    /// <param name="path">The database.</param>
    /// <param name="name">Names what the other holds.</param>
    /// <param name="start">Starts on the other, at the path it is given, and closes what it opened.</param>
    public static void MakeReady(string path, string name, Action<string> start)
    {
        if (IsPostgres)
        {
            Of(path, () => Copy(name, connectionString =>
            {
                Made[name] = new Lazy<Server>(new Server(connectionString, null));
                start(name);
            }));
        }
        else
        {
            File.Copy(ReadyFiles.GetOrAdd(name, _ => new Lazy<string>(() => ReadyFile(name, start))).Value, path);
        }
    }

    /// <summary>Makes it as a first start leaves it, with the content that the site is delivered with. What such a start does has tests of its own.</summary>
    public static void MakeReady(string path) => MakeReady(path, "delivered", other =>
    {
        var services = new ServiceCollection().AddLogging().AddTestDirectory(other, Path.Combine(AppContext.BaseDirectory, "data")).AddEditing().BuildServiceProvider();
        services.GetRequiredService<DatabaseStartup>().RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        services.DisposeAsync().AsTask().GetAwaiter().GetResult();
        SqliteConnection.ClearAllPools();
    });

    /// <summary>Gives back what was made for the paths in a folder.</summary>
    internal static void GiveBackIn(string folder)
    {
        foreach (var path in Made.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal)))
        {
            if (Made.TryRemove(path, out var made))
            {
                var (connectionString, template) = made.Value;
                (template is null ? PostgresServer.Drop : (Action<string>)template.GiveBack)(connectionString);
            }
        }
    }

    private static Server Of(string path, Func<Server> make) => Made.GetOrAdd(path, _ => new Lazy<Server>(make)).Value;

    private static Server Copy(string name, Action<string> fill)
    {
        var template = Templates.GetOrAdd(name, _ => new Lazy<PostgresTemplate>(() => new PostgresTemplate(fill))).Value;
        return new Server(template.Take(), template);
    }

    private static void Migrate(string connectionString)
    {
        using var db = new PostgresDirectoryDb(new DbContextOptionsBuilder<PostgresDirectoryDb>().UseNpgsql($"{connectionString};Pooling=False").Options);
        db.Database.Migrate();
    }

    private static string ReadyFile(string name, Action<string> start)
    {
        var path = OfReadyFiles.Value[name];
        start(path);
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        // Everything into the one file.
        using var command = Command(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        command.ExecuteNonQuery();
        return path;
    }

    private static TempFolder MakeFolder()
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <param name="ConnectionString">Where it is.</param>
    /// <param name="Template">What it is a copy of; null where it is thrown away after its test.</param>
    private sealed record Server(string ConnectionString, PostgresTemplate? Template);
}
