using Microsoft.EntityFrameworkCore;

namespace ReferralDirectory.Core.Tests.Data;

public sealed class KnownMigrationsTests
{
    [Fact]
    public void TheMigrationsOfTheProgram_AreThoseThatEfCoreFindsInTheAssembly() => Assert.All(EachDatabase.Models(), model =>
    {
        using var db = model.Open();

        Assert.Equal(db.Database.GetMigrations(), model.Known.Ids.Order(StringComparer.Ordinal));
    });
}
