using Microsoft.Data.Sqlite;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

public sealed class ExchangeCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_OfAChangedExport_ChangesNothing_UnlessAMemberOfStaffHandsItIn_WhoIsItsAuthorThen()
    {
        await RunAsync(0, "export", "entries.csv");
        var table = await File.ReadAllTextAsync(folder["entries.csv"], Cancel);
        await File.WriteAllTextAsync(folder["entries.csv"], table.Replace("'+79027638708", "8 902 123-45-67", StringComparison.Ordinal), Cancel);

        Assert.Contains("Changed: 1", await RunAsync(0, "import", "entries.csv"), StringComparison.Ordinal);
        Assert.Equal(0L, await AskAsync("SELECT COUNT(*) FROM Revisions"));

        await RunAsync(0, "admin", "invite", "reviewer@staff.example");
        Assert.Contains("can sign in", await RunAsync(1, "import", "entries.csv", "--by", "reviewer@staff.example"), StringComparison.Ordinal);
        await AskAsync("UPDATE StaffMembers SET PasswordHash = 'set up'");
        await AskAsync("INSERT INTO StaffGrants (Id, StaffMemberId, Role, CountryId) SELECT StaffMemberId, StaffMemberId, 'Reviewer', (SELECT Id FROM Countries) FROM StaffGrants");

        Assert.Contains("Sent for review: 1", await RunAsync(0, "import", "entries.csv", "--by", "Reviewer@staff.example"), StringComparison.Ordinal);
        Assert.Equal(1L, await AskAsync("SELECT COUNT(*) FROM Revisions, StaffMembers WHERE State = 'Submitted' AND AuthorId = StaffMembers.Id AND Contributors LIKE '%' || lower(StaffMembers.Id) || '%'"));
    }

    [Fact]
    public async Task Import_OfAFileWithFaults_NamesThem_WithRowAndColumn()
    {
        await RunAsync(0, "export", "entries.csv");
        var table = await File.ReadAllTextAsync(folder["entries.csv"], Cancel);
        await File.WriteAllTextAsync(folder["entries.csv"], table.Replace("'+79027638708", "123", StringComparison.Ordinal), Cancel);

        Assert.Matches(@"Row \d+, Contact: this is not a telephone number", await RunAsync(1, "import", "entries.csv"));
        Assert.Contains("cannot be read", await RunAsync(1, "import", "nothing.csv"), StringComparison.Ordinal);
        Assert.Contains("cannot be written", await RunAsync(1, "export", "entries.csv"), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task<object?> AskAsync(string question)
    {
        await using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(folder.Path, "*.db").Single()};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in this file.
        command.CommandText = question;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Cancel);
    }

    private Task<string> RunAsync(int exitCode, params string[] arguments) => CommandRun.OutputAsync(folder, exitCode, arguments);
}
