using System.Text.RegularExpressions;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

public sealed class AuditCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task AuditVerify_OfALogThatIsWhole_SaysSoAndPrintsItsHash()
    {
        await RunAsync(0, "migrate");

        var mark = Regex.Match(await RunAsync(0, "audit", "verify"), "The audit log is whole: ([1-9][0-9]*) entries\\. It ends with (\\1:[0-9a-f]{64}) ").Groups[2].Value;
        Assert.NotEmpty(mark);

        Assert.Contains($"Entry {mark.Split(':')[0]} is the one that was kept", await RunAsync(0, "audit", "verify", "--kept", mark), StringComparison.Ordinal);
        Assert.Contains($"broken at entry {mark.Split(':')[0]}: it is not the one that was kept", await RunAsync(1, "audit", "verify", "--kept", $"{mark.Split(':')[0]}:{new string('0', 64)}"), StringComparison.Ordinal);
        Assert.Contains("'12' is not what a look ends with", await RunAsync(1, "audit", "verify", "--kept", "12"), StringComparison.Ordinal);
    }

    [Theory, Trait("Database", "Either")]
    [InlineData("DELETE FROM AuditHeads", ": the end of the log")]
    [InlineData("UPDATE AuditHeads SET Number = 100000", ": it is gone.")]
    [InlineData("DELETE FROM AuditEntries WHERE Number = 1", "The audit log is broken at entry 1: it is gone.")]
    [InlineData("INSERT INTO AuditHeads (Id, Number, Hash) SELECT 2, Number, Hash FROM AuditHeads", ": the end of the log")]
    [InlineData("UPDATE ContactPoints SET Value = '+78127173531' WHERE OrganisationId = (SELECT Id FROM Organisations WHERE Slug = 'sisters')", "Organisation sisters")]
    [InlineData("UPDATE ContactPoints SET Value = '+78127173531'", "(Contacts): it does not say what was published. Entry ")]
    [InlineData("UPDATE EmergencyNumbers SET Number = '911'", "What is not edited here (EmergencyNumbers): it does not say what was published.")]
    [InlineData("DELETE FROM AuditEntries; INSERT INTO AuditEntries VALUES (1, 'garbage', NULL, 'Nonsense', 'Nonsense', '00000000-0000-0000-0000-000000000000', NULL, 'x', '0', '0')", "The audit log is broken at entry 1: it stood elsewhere")]
    public async Task AuditVerify_OfALogThatIsBroken_NamesTheEntry(string tampering, string expected)
    {
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        TestDatabase.Execute(folder[SiteProcess.DatabaseFile], tampering);

        Assert.Contains(expected, await RunAsync(1, "audit", "verify"), StringComparison.Ordinal);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task AuditVerify_WithoutADatabase_SaysSoAndMakesNone()
    {
        Assert.Contains("there is no such file", await RunAsync(1, "audit", "verify"), StringComparison.Ordinal);

        Assert.Empty(folder.FileNames);
    }

    public void Dispose() => folder.Dispose();

    private Task<string> RunAsync(int exitCode, params string[] arguments) => CommandRun.OutputAsync(folder, exitCode, arguments);
}
