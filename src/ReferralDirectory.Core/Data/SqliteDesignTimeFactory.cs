using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ReferralDirectory.Core.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> read the model without a database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteDirectoryDb>
{
    public SqliteDirectoryDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDirectoryDb>().UseSqlite("Data Source=:memory:").Options);
}
