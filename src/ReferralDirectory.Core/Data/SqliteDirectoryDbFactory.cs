using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace ReferralDirectory.Core.Data;

/// <summary>
/// Contexts of the file. Not registered by EF Core's own method, which loads and runs much of EF Core at each start, though most use
/// nothing of it.
/// </summary>
internal sealed class SqliteDirectoryDbFactory(DbDataSource database, IServiceProvider services) : IDbContextFactory<DirectoryDb>
{
    private readonly Lazy<DbContextOptions<SqliteDirectoryDb>> options = new(() => Options(database.ConnectionString, services));

    /// <inheritdoc/>
    public DirectoryDb CreateDbContext() => new SqliteDirectoryDb(options.Value);

    private static DbContextOptions<SqliteDirectoryDb> Options(string connectionString, IServiceProvider services)
    {
        var builder = new DbContextOptionsBuilder<SqliteDirectoryDb>()
            .UseApplicationServiceProvider(services)
            .UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(new SqliteConnectionSettings());
        // What was added with ConfigureDbContext, as EF Core's own factory does.
        foreach (var configuration in services.GetServices<IDbContextOptionsConfiguration<SqliteDirectoryDb>>())
        {
            configuration.Configure(services, builder);
        }

        return builder.Options;
    }
}
