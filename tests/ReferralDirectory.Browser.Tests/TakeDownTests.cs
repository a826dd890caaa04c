using System.Diagnostics;
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

        var started = Stopwatch.GetTimestamp();
        await staff.GetByRole(AriaRole.Button, new() { Name = "Take down now" }).ClickAsync();
        var gone = await reader.GotoAsync(reader.Url);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));

        Assert.Equal(404, gone!.Status);
        Assert.Contains("gone from every public page", await staff.InnerTextAsync(".done"), StringComparison.Ordinal);
        foreach (var page in new[] { "/en/russian-federation/providers", "/en/russian-federation/providers?q=alternative" })
        {
            await reader.GotoAsync(new Uri(site.Site.Address, page).ToString());
            Assert.Equal(0, await reader.Locator($"a[href='{Provider}']").CountAsync());
        }
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
