using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        services.AddSingleton(content);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(KnownMigrations.OfSqlite);
        services.AddSingleton<DbDataSource>(new SqliteDataSource(ConnectionString(file)));
        services.AddSingleton<IDbContextFactory<DirectoryDb>, SqliteDirectoryDbFactory>();
        services.AddSingleton<DatabaseStartup>();
        return services;
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

    private static string ConnectionString(DatabaseFile file) => new SqliteConnectionStringBuilder
    {
        DataSource = file.Path,
        ForeignKeys = true,
        DefaultTimeout = BusyTimeoutSeconds,
    }.ToString();
}
