using System.Net;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>Backing up and restoring, by the program as it is delivered.</summary>
[Trait("Database", "SQLite")]
public sealed class BackupCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public BackupCommandTests() => TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ABackupOfARunningSite_IsRestored_OnceTheSiteIsStopped()
    {
        await using (var site = new SiteProcess(folder, "--urls", "http://127.0.0.1:0"))
        {
            await site.ListeningAsync(Cancel);
            Assert.Contains("The backup is written and whole: copy.db", await RunAsync(0, "backup", "copy.db"), StringComparison.Ordinal);
            Assert.Contains("exists already, and is kept. Choose a name that does not exist.", await RunAsync(1, "backup", "copy.db"), StringComparison.Ordinal);
            Assert.Contains("Stop the site, then restore again.", await RunAsync(1, "restore", "copy.db"), StringComparison.Ordinal);
            Assert.Equal(0, await site.StopAsync(Cancel));
        }

        TestDatabase.Execute(folder[SiteProcess.DatabaseFile], "UPDATE EmergencyNumbers SET Number = '911'");
        Assert.Contains($"The database of before is kept: {folder[SiteProcess.DatabaseFile]}.replaced-", await RunAsync(0, "restore", "copy.db"), StringComparison.Ordinal);

        Assert.Contains("The audit log is whole", await RunAsync(0, "audit", "verify"), StringComparison.Ordinal);
        await AssertServesAsync();
    }

    /// <summary>The system gives back what a killed process held; nobody has to tidy up.</summary>
    [Fact]
    public async Task ASiteThatWasKilled_IsInNobodysWay()
    {
        await RunAsync(0, "backup", "copy.db");
        await using (var site = new SiteProcess(folder, "--urls", "http://127.0.0.1:0"))
        {
            await site.ListeningAsync(Cancel);
        }

        await RunAsync(0, "restore", "copy.db");
        await AssertServesAsync();
    }

    [Fact]
    public async Task ARestoreOfWhatIsNoBackup_TouchesNothing()
    {
        await File.WriteAllTextAsync(folder["copy.db"], string.Concat(Enumerable.Repeat("Dear diary, ", 500)), Cancel);

        Assert.Contains("was not restored: it is no database. The database is as it was; name another backup.", await RunAsync(1, "restore", "copy.db"), StringComparison.Ordinal);

        Assert.Equal(["copy.db", SiteProcess.DatabaseFile], folder.FileNames);
    }

    [Fact]
    public async Task ASiteWithASchedule_BacksItselfUp_AMinuteAfterItsStart()
    {
        var backups = Directory.CreateDirectory(folder["backups"]).FullName;
        await using var site = new StaffSite(new Dictionary<string, string> { ["Backup:Folder"] = backups });
        // The first turn is armed a second after the start, which the clock makes pass at once; the second advance rings it.
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Matches(@"directory-\d{8}T\d{6}Z\.db$", Assert.Single(Directory.GetFiles(backups)));
    }

    public void Dispose() => folder.Dispose();

    private async Task AssertServesAsync()
    {
        await using var site = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await site.ListeningAsync(Cancel) };
        using var page = await client.GetAsync(SiteFixture.Ru, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private Task<string> RunAsync(int exitCode, params string[] arguments) => CommandRun.OutputAsync(folder, exitCode, arguments);
}
