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

    private static string ConnectionString(DatabaseFile file) => new SqliteConnectionStringBuilder
    {
        DataSource = file.Path,
        ForeignKeys = true,
        DefaultTimeout = BusyTimeoutSeconds,
    }.ToString();
}
