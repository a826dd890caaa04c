using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using ReferralDirectory.Core.Data.Backups;
using ReferralDirectory.Core.Data.Moving;

namespace ReferralDirectory.Core.Data;

/// <summary>Registers the database.</summary>
public static class DirectoryDatabase
{
    /// <summary>Seconds a write waits for another writer before it gives up.</summary>
    private const int BusyTimeoutSeconds = 10;

    /// <summary>The directory in one SQLite file, filled from a content folder when it is new.</summary>
    public static IServiceCollection AddSqliteDirectory(this IServiceCollection services, DatabaseFile file, ContentFolder content)
    {
        services.AddSingleton(file);
        services.AddSingleton(KnownMigrations.OfSqlite);
        services.AddSingleton<DatabasePlace, SqlitePlace>();
        services.AddSingleton<DbDataSource>(new SqliteDataSource(ConnectionString(file)));
        services.AddSingleton<IDbContextFactory<DirectoryDb>, SqliteDirectoryDbFactory>();
        services.AddSingleton<DatabaseBackup>();
        services.AddSingleton<DatabaseRestore>();
        return services.AddStartup(content);
    }

    /// <summary>The directory in a database of a PostgreSQL server, filled from a content folder when it is new.</summary>
    public static IServiceCollection AddPostgresDirectory(this IServiceCollection services, DatabaseServer server, ContentFolder content)
    {
        services.AddSingleton(server);
        services.AddSingleton(KnownMigrations.OfPostgres);
        services.AddSingleton<DatabasePlace, PostgresPlace>();
        services.AddSingleton<DbDataSource>(_ => Server(server));
        services.AddSingleton<IDbContextFactory<DirectoryDb>, PostgresDirectoryDbFactory>();
        return services.AddStartup(content);
    }

    /// <summary>
    /// Loads SQLite and what every start uses of it. A start has it done while it has the other core to spare; without, the first
    /// who opens the file waits for it.
    /// </summary>
    public static void LoadSqlite()
    {
        using var nowhere = new SqliteDataSource("Data Source=:memory:;Pooling=False").OpenConnection();
        using var transaction = nowhere.BeginTransaction();
        using var command = nowhere.CreateCommand();
        command.CommandText = "SELECT 'text', 1";
        using var row = command.ExecuteReader();
        row.Read();
        _ = (row.GetString(0), row.GetInt32(1));
    }

    // The types of the directory are the server's own: who asks for all that there are waits for them at each start.
    private static NpgsqlDataSource Server(DatabaseServer server) => new NpgsqlDataSourceBuilder(server.ConnectionString).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();

    private static IServiceCollection AddStartup(this IServiceCollection services, ContentFolder content)
    {
        services.AddSingleton(content);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DatabaseStartup>();
        services.AddSingleton<DatabaseMove>();
        services.AddSingleton<DatabaseCheck>();
        return services;
    }

    private static string ConnectionString(DatabaseFile file) => new SqliteConnectionStringBuilder
    {
        DataSource = file.Path,
        ForeignKeys = true,
        DefaultTimeout = BusyTimeoutSeconds,
    }.ToString();
}
