using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Core.Tests.Data;

/// <summary>Which problems say that the database cannot be used, and which are faults of the program's.</summary>
[Trait("Database", "Either")]
public sealed class DatabaseTroubleTests
{
    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(19, 2067, null)]
    [InlineData(5, 5, DatabaseTrouble.NoAnswer)]
    [InlineData(8, 8, DatabaseTrouble.ReadOnly)]
    [InlineData(8, 1032, DatabaseTrouble.Gone)]
    [InlineData(10, 4874, DatabaseTrouble.DiskFull)]
    [InlineData(10, 266, DatabaseTrouble.NoAnswer)]
    [InlineData(11, 11, DatabaseTrouble.Damaged)]
    [InlineData(13, 13, DatabaseTrouble.DiskFull)]
    [InlineData(14, 14, DatabaseTrouble.Gone)]
    [InlineData(26, 26, DatabaseTrouble.Damaged)]
    public void OfSqlite(int code, int extended, DatabaseTrouble? expected)
    {
        using var services = new ServiceCollection().AddLogging().AddSqliteDirectory(new DatabaseFile("/nowhere/site.db"), new ContentFolder("/nowhere")).AddEditing().BuildServiceProvider();
        var place = services.GetRequiredService<DatabasePlace>();
        var problem = new SqliteException("as the driver says it", code, extended);

        Assert.Equal(expected, place.TroubleOf(problem));
        Assert.Equal(expected, place.TroubleOf(new DbUpdateException("as EF Core says it", problem)));
    }

    [Theory]
    [InlineData("23505", null)]
    [InlineData("42P01", null)]
    [InlineData("40001", null)]
    [InlineData("57P01", DatabaseTrouble.NoAnswer)]
    [InlineData("53300", DatabaseTrouble.NoAnswer)]
    [InlineData("55P03", DatabaseTrouble.NoAnswer)]
    [InlineData("53100", DatabaseTrouble.DiskFull)]
    [InlineData("25006", DatabaseTrouble.ReadOnly)]
    [InlineData("3D000", DatabaseTrouble.Gone)]
    [InlineData("XX001", DatabaseTrouble.Damaged)]
    [InlineData(null, DatabaseTrouble.NoAnswer)]
    public void OfPostgres(string? state, DatabaseTrouble? expected)
    {
        using var services = new ServiceCollection().AddLogging().AddPostgresDirectory(new DatabaseServer("Host=nowhere;Database=nothing"), new ContentFolder("/nowhere")).AddEditing().BuildServiceProvider();
        var place = services.GetRequiredService<DatabasePlace>();
        var problem = state is null ? new NpgsqlException("The connection ended.") : new PostgresException("as the server says it", "ERROR", "ERROR", state);

        Assert.Equal(expected, place.TroubleOf(problem));
        Assert.Equal(expected, place.TroubleOf(new InvalidOperationException("as EF Core says it", problem)));
    }

    [Fact]
    public void OfSomethingElse_IsNone()
    {
        using var services = new ServiceCollection().AddLogging().AddSqliteDirectory(new DatabaseFile("/nowhere/site.db"), new ContentFolder("/nowhere")).AddEditing().BuildServiceProvider();

        Assert.Null(services.GetRequiredService<DatabasePlace>().TroubleOf(new IOException("of another file")));
    }
}
