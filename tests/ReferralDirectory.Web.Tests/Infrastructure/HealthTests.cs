using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>What whoever watches the site is told, and that readers are served meanwhile.</summary>
public sealed class HealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DELETE FROM Countries", "There is no directory in the database.")]
    [InlineData("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231235959_Later', '99.0.0')", "The database was changed by a newer version of this program.")]
    [InlineData("DROP TABLE Countries", "There is no directory in the database.")]
    public async Task Ready_SaysWhatIsWrongWithTheContentOfTheDatabase(string sql, string reason)
    {
        await using var site = new TestSite().Start();
        await AssertReadyAsync(site);
        if (sql.StartsWith("DROP", StringComparison.Ordinal))
        {
            sql += TestDatabase.IsPostgres ? " CASCADE" : "";
        }

        TestDatabase.Execute(site.DatabasePath, sql);

        await AssertNotReadyAsync(site, reason);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Ready_WithoutItsFile_SaysSo_AndIsReadyWhenTheFileIsBack()
    {
        await using var site = new TestSite().Start();
        SqliteConnection.ClearAllPools();
        File.Move(site.DatabasePath, site.DatabasePath + ".away");

        await AssertNotReadyAsync(site, "The database is not where the settings say.");

        Assert.False(File.Exists(site.DatabasePath), "Looking made a new file.");
        File.Move(site.DatabasePath + ".away", site.DatabasePath);
        await AssertReadyAsync(site);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Ready_WithAFileThatCanOnlyBeRead_SaysSo_AndIsReadyWhenItCanBeWritten()
    {
        await using var site = new TestSite().Start();
        SqliteFile.MakeReadOnly(site.DatabasePath);

        await AssertNotReadyAsync(site, "The database can be read, but nothing can be written to it.");

        SqliteFile.MakeWritable(site.DatabasePath);
        await AssertReadyAsync(site);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Ready_OnAFullDisk_SaysSo_AndIsReadyWhenThereIsRoom()
    {
        using var disk = new SmallDisk(megabytes: 8);
        Assert.SkipUnless(disk.IsThere, "Only root on Linux may make a disk.");
        TestDatabase.MakeReady(disk["full.db"]);
        await using var site = new TestSite(new Dictionary<string, string> { ["Database:Path"] = disk["full.db"] }).Start();
        // Keeps the log of writes as it is: when the last connection is closed it goes, and leaves room.
        using var holding = TestDatabase.Connect(disk["full.db"]);
        using var reading = holding.CreateCommand();
        reading.CommandText = "SELECT COUNT(*) FROM \"Countries\"";
        await reading.ExecuteScalarAsync(Cancel);
        await AssertReadyAsync(site);
        disk.Fill();

        await AssertNotReadyAsync(site, "The disk of the database is full: nothing can be written to it.");

        disk.MakeRoom();
        await AssertReadyAsync(site);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Ready_WithSomethingElseInItsFile_SaysSo()
    {
        await using var site = new TestSite().Start();
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(site.DatabasePath, new string('x', 8192), Cancel);

        await AssertNotReadyAsync(site, "The database is damaged and cannot be read.");
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task Ready_LeavesNothingBesideTheFile()
    {
        await using var site = new TestSite().Start();

        await AssertReadyAsync(site);

        Assert.DoesNotContain(site.Folder.FileNames, name => name!.Contains("probe", StringComparison.Ordinal));
    }

    [Fact, Trait("Database", "Either")]
    public async Task Ready_WhileTheServerIsStopped_OrSilent_SaysSo_AndAsksItOnceForAll()
    {
        using var server = new RelayedServer();
        await using var site = new TestSite(server.Settings).Start();
        await AssertReadyAsync(site);
        var before = server.Relay.Accepted;
        server.Relay.Freeze();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AssertNotReadyAsync(site, "The database does not answer.")));

        Assert.InRange(server.Relay.Accepted - before, 0, 2);
        server.Relay.Thaw();
        server.Relay.Stop();
        await AssertNotReadyAsync(site, "The database does not answer.");
    }

    [Fact, Trait("Database", "Either")]
    public void WhoeverWatches_WaitsForLessThanHalfASecond() => Assert.InRange(SiteHealth.Patience, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(450));

    [Fact, Trait("Database", "Either")]
    public void AnIndexThatCannotBeBuilt_IsAReason() => Assert.Equal("Health.Index", new HealthFound(new DatabaseState(null, "1", "1"), IsIndexBuilt: false).Reason);

    [Fact, Trait("Database", "SQLite")]
    public async Task TheReason_IsInTheLanguageOfWhoeverAsks()
    {
        await using var site = new TestSite().Start();
        TestDatabase.Execute(site.DatabasePath, "DELETE FROM Countries");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready") { Headers = { { "Accept-Language", "ru" } } };

        using var answer = await site.Client.SendAsync(request, Cancel);

        Assert.Equal("В базе данных нет справочника.", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact, Trait("Database", "Either")]
    public async Task TheDirectory_KnowsWhenItWasRead()
    {
        var clock = new TestClock();
        await using var site = new TestSite(services: services => services.AddSingleton<TimeProvider>(clock)).Start();
        var source = site.Services.GetRequiredService<PublishedDirectorySource>();
        var first = source.ReadAt;
        clock.Advance(TimeSpan.FromHours(1));

        await source.ReloadAsync(Cancel);

        Assert.InRange(source.ReadAt - first, TimeSpan.FromHours(1), TimeSpan.FromHours(2));
    }

    private static async Task AssertReadyAsync(TestSite site)
    {
        using var ready = await site.Client.GetAsync("/health/ready", Cancel);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancel)));
    }

    // Nothing but the sentence: whoever asks may be anybody.
    private static async Task AssertNotReadyAsync(TestSite site, string reason)
    {
        using var ready = await site.Client.GetAsync("/health/ready", Cancel);
        Assert.Equal((reason, HttpStatusCode.ServiceUnavailable), (await ready.Content.ReadAsStringAsync(Cancel), ready.StatusCode));
        using var live = await site.Client.GetAsync("/health/live", Cancel);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var page = await site.Client.GetAsync(SiteFixture.Ru + "/providers?q=помощь", Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
