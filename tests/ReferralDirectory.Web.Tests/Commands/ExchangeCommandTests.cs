using System.Diagnostics;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

public sealed class ExchangeCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public ExchangeCommandTests() => TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_OfAChangedExport_ChangesNothing_UnlessAMemberOfStaffHandsItIn_WhoIsItsAuthorThen()
    {
        await RunAsync(0, "export", "entries.csv");
        var table = await File.ReadAllTextAsync(folder["entries.csv"], Cancel);
        await File.WriteAllTextAsync(folder["entries.csv"], table.Replace("'+79027638708", "8 902 123-45-67", StringComparison.Ordinal), Cancel);

        Assert.Contains("Changed: 1", await RunAsync(0, "import", "entries.csv"), StringComparison.Ordinal);
        Assert.Equal(0L, Ask("SELECT COUNT(*) FROM Revisions"));

        await RunAsync(0, "admin", "invite", "reviewer@staff.example");
        Assert.Contains("can sign in", await RunAsync(1, "import", "entries.csv", "--by", "reviewer@staff.example"), StringComparison.Ordinal);
        Ask("UPDATE StaffMembers SET PasswordHash = 'set up', AuthenticatorKey = 'set up'");
        Ask("INSERT INTO StaffGrants (Id, StaffMemberId, Role, CountryId) SELECT StaffMemberId, StaffMemberId, 'Reviewer', (SELECT Id FROM Countries) FROM StaffGrants");

        Assert.Contains("Sent for review: 1", await RunAsync(0, "import", "entries.csv", "--by", "Reviewer@staff.example"), StringComparison.Ordinal);
        Assert.Equal(1L, Ask("SELECT COUNT(*) FROM Revisions, StaffMembers WHERE State = 'Submitted' AND AuthorId = StaffMembers.Id AND Contributors LIKE '%' || lower(CAST(StaffMembers.Id AS TEXT)) || '%'"));
    }

    [Fact, Trait("Database", "Either")]
    public async Task Import_OfAFileWithFaults_NamesThem_WithRowAndColumn()
    {
        await RunAsync(0, "export", "entries.csv");
        var table = await File.ReadAllTextAsync(folder["entries.csv"], Cancel);
        await File.WriteAllTextAsync(folder["entries.csv"], table.Replace("'+79027638708", "123", StringComparison.Ordinal), Cancel);

        Assert.Matches(@"Row \d+, Contact: this is not a telephone number", await RunAsync(1, "import", "entries.csv"));
        Assert.Contains("cannot be read", await RunAsync(1, "import", "nothing.csv"), StringComparison.Ordinal);
        Assert.Contains("cannot be written", await RunAsync(1, "export", "entries.csv"), StringComparison.Ordinal);
    }

    [Fact, Trait("Database", "Either")]
    public async Task Import_OfAFileOfTheStandard_SaysWhatItLeavesOut_AndWhatItMustBeTold()
    {
        await File.WriteAllTextAsync(
            folder["other.json"],
            """
            [{
              "id": "1", "name": "House of Hope", "phones": [{ "number": "8 (3952) 20-00-01" }], "locations": [{ "addresses": [{ "address_1": "5 Quiet Street", "city": "Irkutsk" }] }],
              "services": [{ "id": "2", "name": "Beds", "description": "A bed for the first nights", "status": "active", "attributes": [{ "taxonomy_term": { "code": "safe-accommodation" } }] }]
            }]
            """,
            Cancel);

        Assert.Contains("--language", await RunAsync(1, "import", "--format", "hsds", "other.json"), StringComparison.Ordinal);
        Assert.Contains("--source", await RunAsync(1, "import", "--format", "hsds", "other.json", "--language", "en", "--source", "nobody"), StringComparison.Ordinal);
        var output = await RunAsync(0, "import", "--format", "hsds", "other.json", "--language", "en", "--source", "guide");
        Assert.Contains("5 Quiet Street", output, StringComparison.Ordinal);
        Assert.Contains("New: 1", output, StringComparison.Ordinal);
        Assert.Equal(0L, Ask("""SELECT COUNT(*) FROM "Revisions" """));
    }

    [Fact]
    public async Task Import_OfAFileOfTheStandard_TellsWhoeverDecides_WhatItLeavesOut_WarningsFirst()
    {
        await File.WriteAllTextAsync(
            folder["other.json"],
            """
            [{
              "id": "1", "name": "House of Hope", "description": "Do not call from home", "phones": [{ "number": "8 (3952) 20-00-01" }],
              "services": [{ "id": "2", "name": "Beds", "description": "A bed for the first nights", "status": "active", "alert": "Closed since the fire", "attributes": [{ "taxonomy_term": { "code": "safe-accommodation" } }] }]
            }]
            """,
            Cancel);
        await RunAsync(0, "admin", "invite", "reviewer@staff.example");
        Ask("UPDATE StaffMembers SET PasswordHash = 'set up', AuthenticatorKey = 'set up'");
        Ask("INSERT INTO StaffGrants (Id, StaffMemberId, Role, CountryId) SELECT StaffMemberId, StaffMemberId, 'Reviewer', (SELECT Id FROM Countries) FROM StaffGrants");

        await RunAsync(0, "import", "--format", "hsds", "other.json", "--language", "en", "--source", "guide", "--by", "reviewer@staff.example");

        Assert.Equal("Not taken over from the file: alert: Closed since the fire; description: Do not call from home; name: Beds", Ask("SELECT Note FROM Revisions"));
    }

    /// <summary>A pipe does not say how long it is.</summary>
    [Fact, Trait("Database", "Either")]
    public async Task Import_OfAFileOfTheStandard_FromAPipe_IsRead()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such pipes.");
        using (var making = Process.Start("mkfifo", folder["pipe"]))
        {
            await making.WaitForExitAsync(Cancel);
        }

        // Opening it waits for who reads.
        var writing = Task.Run(
            async () =>
            {
                await using var pipe = new FileStream(folder["pipe"], FileMode.Open, FileAccess.Write);
                await pipe.WriteAsync("no json"u8.ToArray(), Cancel);
            },
            Cancel);

        Assert.Contains("JSON", await RunAsync(1, "import", "--format", "hsds", "pipe", "--language", "en"), StringComparison.Ordinal);
        await writing;
    }

    public void Dispose() => folder.Dispose();

    private object? Ask(string question) => TestDatabase.Ask(folder[SiteProcess.DatabaseFile], question);

    private Task<string> RunAsync(int exitCode, params string[] arguments) => CommandRun.OutputAsync(folder, exitCode, arguments);
}
