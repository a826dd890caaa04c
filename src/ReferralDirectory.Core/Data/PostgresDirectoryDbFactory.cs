using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ReferralDirectory.Core.Data;

/// <summary>Contexts of the database on the server, from the pool of connections that the rest of the program uses.</summary>
internal sealed class PostgresDirectoryDbFactory(DbDataSource database, IServiceProvider services) : DirectoryDbFactory<PostgresDirectoryDb>(services)
{
    protected override DirectoryDb Open(DbContextOptions<PostgresDirectoryDb> options) => new PostgresDirectoryDb(options);

    // Not by the data source itself: EF Core would then build its model and compile its queries for each, and tests have hundreds.
    protected override void UseDatabase(DbContextOptionsBuilder<PostgresDirectoryDb> builder) => builder
        .UseNpgsql(database.ConnectionString, postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .AddInterceptors(new PooledConnections(database));
}
