using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data;

public sealed class DirectoryDbTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SmallContent content = new();
    private readonly TestDirectory directory;

    public DirectoryDbTests() => directory = new TestDirectory(folder["directory.db"], content.Path);

    [Theory, Trait("Database", "SQLite")]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")] // FULL
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    [InlineData("trusted_schema", "0")]
    [InlineData("busy_timeout", "1000")]
    public async Task Connections_EachHaveTheSafeSetting(string pragma, string expected)
    {
        await directory.StartAsync();
        await using var first = directory.Open();
        await using var second = directory.Open();
        await first.Database.OpenConnectionAsync(TestDirectory.Cancellation);
        // The other way to open: it has an interceptor method of its own.
#pragma warning disable CA1849
        second.Database.OpenConnection();
#pragma warning restore CA1849

        Assert.Equal(expected, await PragmaAsync(first, pragma));
        Assert.Equal(expected, await PragmaAsync(second, pragma));
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Connections_WaitForAnotherWriterBeforeTheyGiveUp()
    {
        await using var db = directory.Open();

        Assert.InRange(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DefaultTimeout, 5, 30);
    }

    [Fact]
    public async Task ForeignKeys_AreKept()
    {
        await directory.StartAsync();
        await using var db = directory.Open();

        await Assert.ThrowsAnyAsync<DbException>(() => db.Sources.ExecuteDeleteAsync(TestDirectory.Cancellation));
    }

    [Fact]
    public async Task Times_ComeBackAsUtc()
    {
        await directory.StartAsync();
        await using var db = directory.Open();

        var confirmation = await db.Confirmations.SingleAsync(TestDirectory.Cancellation);

        Assert.Equal(new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc), confirmation.At);
        Assert.Equal(DateTimeKind.Utc, confirmation.At.Kind);
    }

    [Fact]
    public async Task Texts_StayReadableInTheFile()
    {
        await directory.StartAsync();
        await using var db = directory.Open();

        var stored = await db.Database.SqlQueryRaw<string>("SELECT \"Name\" AS \"Value\" FROM \"Organisations\" WHERE \"Slug\" = 'helpers'").SingleAsync(TestDirectory.Cancellation);

        Assert.Contains("Помощники", stored, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        directory.Dispose();
        folder.Dispose();
        content.Dispose();
    }

    private static async Task<string?> PragmaAsync(DirectoryDb db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names stand in this file.
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(TestDirectory.Cancellation), CultureInfo.InvariantCulture);
    }
}
