using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data;

public sealed class KnownMigrationsTests
{
    [Fact]
    public void OfSqlite_AreThoseThatEfCoreFindsInTheAssembly()
    {
        using var folder = new TempFolder();
        using var directory = new TestDirectory(folder["directory.db"], folder["none"]);
        using var db = directory.Open();

        Assert.Equal(db.Database.GetMigrations(), KnownMigrations.OfSqlite.Ids.Order(StringComparer.Ordinal));
    }
}
