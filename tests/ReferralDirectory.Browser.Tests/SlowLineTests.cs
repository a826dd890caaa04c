namespace ReferralDirectory.Browser.Tests;

[Collection<Timed>]
public sealed class SlowLineTests(BrowserFixture fixture)
{
    [Fact]
    public async Task OnASlowLine_HomeShowsItsFirstNumberAtOnce()
    {
        var page = await fixture.OpenAsync("about:blank");
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        // 400 ms there and back, 400 kbit/s.
        await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = false, ["latency"] = 400, ["downloadThroughput"] = 50_000, ["uploadThroughput"] = 50_000 });

        await page.GotoAsync(BrowserFixture.Ru);
        var painted = await page.EvaluateAsync<double>("new Promise(done => new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint').forEach(entry => done(entry.startTime))).observe({ type: 'paint', buffered: true }))");

        Console.WriteLine($"Measured: on a slow line (400 ms, 400 kbit/s) home is painted {painted:0} ms after it was asked for.");
        Assert.InRange(painted, 400, 1500);
        Assert.True(await page.Locator("main .phone").First.IsVisibleAsync());
    }
}
