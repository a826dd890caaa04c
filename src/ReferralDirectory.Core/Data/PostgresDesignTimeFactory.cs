using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ReferralDirectory.Core.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> read the model without a database.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresDirectoryDb>
{
    public PostgresDirectoryDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDirectoryDb>().UseNpgsql("Host=nowhere").Options);
}
