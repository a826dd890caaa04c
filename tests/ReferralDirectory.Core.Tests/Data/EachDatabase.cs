using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Tests.Data;

/// <summary>What can be said of each product without a database.</summary>
/// <param name="Known">The migrations that a start looks for.</param>
/// <param name="Open">The model, which knows EF Core's.</param>
internal sealed record EachDatabase(KnownMigrations Known, Func<DirectoryDb> Open)
{
    public static IEnumerable<EachDatabase> Models() =>
    [
        new(KnownMigrations.OfSqlite, () => new SqliteDirectoryDb(new DbContextOptionsBuilder<SqliteDirectoryDb>().UseSqlite("Data Source=:memory:").Options)),
        new(KnownMigrations.OfPostgres, () => new PostgresDirectoryDb(new DbContextOptionsBuilder<PostgresDirectoryDb>().UseNpgsql("Host=nowhere").Options)),
    ];
}
