using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ReferralDirectory.Core.Data;

/// <summary>Contexts of the file.</summary>
internal sealed class SqliteDirectoryDbFactory(DbDataSource database, IServiceProvider services) : DirectoryDbFactory<SqliteDirectoryDb>(services)
{
    protected override DirectoryDb Open(DbContextOptions<SqliteDirectoryDb> options) => new SqliteDirectoryDb(options);

    protected override void UseDatabase(DbContextOptionsBuilder<SqliteDirectoryDb> builder) => builder
        .UseSqlite(database.ConnectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .AddInterceptors(new SqliteConnectionSettings());
}
