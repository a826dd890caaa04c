using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>A site that was used goes from SQLite to PostgreSQL and back, by the program as it is delivered.</summary>
[Trait("Database", "SQLite")]
public sealed class MoveDatabaseCommandTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string server;

    public MoveDatabaseCommandTests()
    {
        if (!PostgresServer.IsGiven)
        {
            folder.Dispose();
            Assert.True(Environment.GetEnvironmentVariable("TESTS_REQUIRE_EVERYTHING") is null, $"Set {PostgresServer.Variable} to the connection string of a PostgreSQL server.");
            Assert.Skip($"No PostgreSQL server: {PostgresServer.Variable} is not set. ./tests/run starts one.");
        }

        server = PostgresServer.MakeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AUsedSite_IsTheSameThereAndBack_AndItsPeopleSignInThere()
    {
        var person = await UsedSite.MakeAsync(folder[SiteProcess.DatabaseFile]);
        // As a setting, which no list of processes shows.
        await File.WriteAllTextAsync(folder["appsettings.json"], JsonSerializer.Serialize(new { Target = new { Provider = "PostgreSQL", ConnectionString = server } }), Cancel);

        var there = await RunAsync(0, "move-database");
        var same = await RunAsync(0, "move-database", "--compare");
        await File.WriteAllTextAsync(folder["appsettings.json"], JsonSerializer.Serialize(new { Database = new { Provider = "PostgreSQL", ConnectionString = server }, Target = new { Provider = "SQLite", Path = "back.db" } }), Cancel);
        var verified = await RunAsync(0, "audit", "verify");
        var back = await RunAsync(0, "move-database");

        Assert.Contains("The audit log is whole", verified, StringComparison.Ordinal);
        Assert.Equal(TableOf(there), TableOf(same));
        Assert.Equal(TableOf(there), TableOf(back));
        Assert.Matches("(?m)^3[0-9] tables, [1-9][0-9]+ rows: both databases say the same.$", back);
        Assert.All(["Revisions", "AuditEntries", "StaffMembers", "StaffPasskeys", "StaffSessions", "StaffInvitations", "ProtectionKeys", "Imports", "ImportItems", "ImportParts", "KeptForms", "ReaderReports"], table => Assert.Matches($"(?m)^{table} +[1-9]", there));
        await AssertSignsInAsync(person, new Dictionary<string, string> { ["Database:Provider"] = "PostgreSQL", ["Database:ConnectionString"] = server });
        await AssertSignsInAsync(person, new Dictionary<string, string> { ["Database:Path"] = folder["back.db"] });
    }

    [Fact]
    public async Task ACopyThatWasChanged_IsFound_AndNamed()
    {
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        string[] target = ["--Target:Provider", "SQLite", "--Target:Path", "copy.db"];
        await RunAsync(0, ["move-database", .. target]);
        TestDatabase.Execute(folder["copy.db"], "UPDATE EmergencyNumbers SET Number = '911'");

        var output = await RunAsync(1, ["move-database", "--compare", .. target]);

        Assert.Contains("The databases differ in EmergencyNumbers. Move the database again, to an empty target.", output, StringComparison.Ordinal);
        Assert.Matches("EmergencyNumbers +[1-9][0-9]* +[0-9a-f]{64}  DIFFERS", output);
        Assert.Contains("is not empty, and is kept. Name one that is.", await RunAsync(1, ["move-database", .. target]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutATarget_ItSaysWhatToSet()
    {
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);

        Assert.Contains("The setting 'Target:Provider' is wrong: it must say where to move the database: SQLite or PostgreSQL.", await RunAsync(1, "move-database"), StringComparison.Ordinal);
        Assert.Contains("The setting 'Target:Path' is wrong: it must be the path of a new file.", await RunAsync(1, "move-database", "--Target:Provider=SQLite"), StringComparison.Ordinal);
        var nowhere = await RunAsync(1, "move-database", "--Target:Provider=PostgreSQL", "--Target:ConnectionString=Host=127.0.0.1;Port=1;Database=directory;Username=directory;Password=secret");
        Assert.Contains("The database was not moved or compared: Failed to connect to 127.0.0.1:1. Both are as they were; see to it that the source and the target 'directory' on 127.0.0.1 can be reached", nowhere, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", nowhere, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
        PostgresServer.Drop(server);
        folder.Dispose();
    }

    private static IEnumerable<string> TableOf(string output) => output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains("  ", StringComparison.Ordinal) && line[^1] is not '.');

    private static async Task AssertSignsInAsync(StaffPerson person, Dictionary<string, string> settings)
    {
        await using var site = new StaffSite(settings);
        // The other one's clock was moved on.
        site.Clock.Advance(TimeSpan.FromHours(2));
        var browser = site.NewVisitor(Cancel);
        var first = await browser.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));

        var second = await browser.SubmitAsync(first.Location!, "/admin/sign-in/second", ("code", AuthenticatorCodes.CodeAt(person.Key, site.Clock.GetUtcNow())));

        Assert.Equal("/admin", second.Location);
    }

    private Task<string> RunAsync(int exitCode, params string[] arguments) => CommandRun.OutputAsync(folder, exitCode, arguments);
}
