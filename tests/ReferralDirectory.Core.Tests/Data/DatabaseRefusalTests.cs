using Microsoft.Data.Sqlite;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Tests.Content;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Data;

/// <summary>A file that is not ours to change is refused in a sentence and stays as it was, to the byte.</summary>
[Trait("Database", "SQLite")]
public sealed class DatabaseRefusalTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SmallContent content = new();

    private string FilePath => folder["directory.db"];

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public async Task Run_OnADatabaseOfSomethingElse_RefusesItAndLeavesItAsItWas(string journal)
    {
        Execute($"PRAGMA journal_mode={journal}; CREATE TABLE Recipes (Name TEXT); INSERT INTO Recipes VALUES ('Soup');");

        await AssertRefusedUntouchedAsync("it is a database of something else");
    }

    [Theory]
    [InlineData("Dear diary, this is not a database, and it is long enough to look into for one. ")]
    [InlineData("x")]
    public async Task Run_OnATextFile_RefusesItAndLeavesItAsItWas(string text)
    {
        await File.WriteAllTextAsync(FilePath, string.Concat(Enumerable.Repeat(text, 20)), TestDirectory.Cancellation);

        await AssertRefusedUntouchedAsync("file is not a database");
    }

    [Fact]
    public async Task Run_OnADatabaseOfALaterVersion_RefusesItAndLeavesItAsItWas()
    {
        using (var later = new TestDirectory(FilePath, content.Path, oneMoreMigration: true))
        {
            await later.StartAsync();
        }

        await AssertRefusedUntouchedAsync("it was made by a newer version of this program");
    }

    [Fact]
    public async Task Run_OnADatabaseOfAnotherProgramThatMigratesToo_RefusesItAndLeavesItAsItWas()
    {
        Execute("CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" TEXT PRIMARY KEY, \"ProductVersion\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsHistory\" VALUES ('20200101000000_Recipes', '9.0.0');");

        await AssertRefusedUntouchedAsync("it is a database of something else");
    }

    public void Dispose()
    {
        folder.Dispose();
        content.Dispose();
    }

    private async Task AssertRefusedUntouchedAsync(string reason)
    {
        var before = await File.ReadAllBytesAsync(FilePath, TestDirectory.Cancellation);
        using var directory = new TestDirectory(FilePath, content.Path);

        var problem = await Assert.ThrowsAsync<DatabaseUnusableException>(() => directory.StartAsync());

        Assert.StartsWith($"The database '{FilePath}' cannot be used: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(FilePath, TestDirectory.Cancellation));
        Assert.Equal(["directory.db"], folder.FileNames);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
