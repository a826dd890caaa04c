using System.Diagnostics;
using System.Net;
using Microsoft.Playwright;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

[Collection<Timed>]
public sealed class TakeDownTests(BrowserFixture fixture) : IAsyncDisposable
{
    private const string Provider = "/en/russian-federation/providers/alternative";

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnEntryIsTakenDown_AndIsGoneFromItsPageTheListAndSearch_WithinASecond()
    {
        var staff = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("author@staff.example", Cancel), withScript: true);
        var reader = await fixture.OpenAsync(new Uri(site.Site.Address, Provider).ToString());
        await staff.OpenEntryAsync("alternative");
        await staff.GetByRole(AriaRole.Link, new() { Name = "Take down" }).ClickAsync();
        await staff.GetByLabel("Why?").FillAsync("Somebody else answers this number");

        // From the click until a reader who asks all the time is told that it is gone; what a browser takes to draw that is no matter of ours.
        var started = Stopwatch.GetTimestamp();
        var click = staff.GetByRole(AriaRole.Button, new() { Name = "Take down now" }).ClickAsync();
        HttpStatusCode seen;
        TimeSpan elapsed;
        do
        {
            seen = (await site.Site.Client.GetAsync(Provider, Cancel)).StatusCode;
            elapsed = Stopwatch.GetElapsedTime(started);
        }
        while (seen != HttpStatusCode.NotFound && elapsed < TimeSpan.FromSeconds(1));

        await click;
        Console.WriteLine($"Measured: an entry is gone {elapsed.TotalMilliseconds:0} ms after the click that takes it down.");
        Assert.Equal(HttpStatusCode.NotFound, seen);
        Assert.Equal(404, (await reader.GotoAsync(reader.Url))!.Status);
        await Expect(staff.Locator(".done")).ToContainTextAsync("gone from every public page");
        foreach (var page in new[] { "/en/russian-federation/providers", "/en/russian-federation/providers?q=alternative" })
        {
            await reader.GotoAsync(new Uri(site.Site.Address, page).ToString());
            Assert.Equal(0, await reader.Locator($"a[href='{Provider}']").CountAsync());
        }
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
