using System.Diagnostics;
using System.Net;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>The database server is away for some seconds. <c>tests/faults/away</c> has it away for a minute.</summary>
[Trait("Database", "PostgreSQL")]
public sealed class ServerStoppedTests
{
    private static readonly string[] Pages = [SiteFixture.Ru, $"{SiteFixture.Ru}/providers?q=приют", $"{SiteFixture.Ru}/providers/maria", "/api/hsds/v3/organizations", "/sitemap.xml"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhileTheServerIsAway_ReadersSeeEveryPage_StaffAreTold_AndItGoesOnByItself()
    {
        using var server = new RelayedServer();
        await using var site = new TestSite(new Dictionary<string, string>(server.Settings) { ["Api:RequestsPerMinute"] = "1000000000" }).Start();
        SiteHost.FollowOthers(site.Services);
        Assert.Equal("Healthy", await site.Client.GetStringAsync("/health/ready", Cancel));
        var port = server.Relay.Port;
        server.Relay.Stop();

        var (away, asked) = (Stopwatch.StartNew(), 0);
        for (; away.Elapsed < TimeSpan.FromSeconds(FaultRounds.Count); asked++)
        {
            using var page = await site.Client.GetAsync(Pages[asked % Pages.Length], Cancel);
            Assert.Equal((Pages[asked % Pages.Length], HttpStatusCode.OK), (Pages[asked % Pages.Length], page.StatusCode));
        }

        using var staff = await site.Client.GetAsync("/admin/sign-in", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, staff.StatusCode);
        Assert.Contains("The database does not answer. Nothing was saved.", await staff.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        server.Relay.StartAgain(port);
        var back = Stopwatch.StartNew();
        while ((await site.Client.GetAsync("/health/ready", Cancel)).StatusCode != HttpStatusCode.OK)
        {
            Assert.True(back.Elapsed < TimeSpan.FromSeconds(30), "It never went on.");
        }

        Console.WriteLine($"Measured: the server was away for {away.Elapsed.TotalSeconds:F0} s; {asked} pages, all 200; ready {back.ElapsedMilliseconds} ms after it was back.");
        using var again = await site.Client.GetAsync("/admin/sign-in", Cancel);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }
}
