using System.Diagnostics;
using Microsoft.Playwright;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>What the staff of an organisation come for, on a phone.</summary>
public sealed class EntryJourneyTests(BrowserFixture fixture) : IAsyncDisposable
{
    private const string Provider = "/en/russian-federation/providers/alternative";

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ANumberIsChanged_ASecondPersonAgrees_AndThePublicSeesItAndNotTheOldOne(bool withScript)
    {
        var author = await TabAsync("author@staff.example", withScript);
        var approver = await TabAsync("approver@staff.example", withScript);
        await OpenEntryAsync(author);
        await author.GetByRole(AriaRole.Link, new() { Name = "Phone, e-mail, website" }).ClickAsync();
        await author.GetByRole(AriaRole.Link, new() { Name = "Change" }).First.ClickAsync();
        var number = author.GetByLabel("Number or address", new() { Exact = true });
        var old = await number.InputValueAsync();
        await number.FillAsync("+7 495 123 45 67");
        await author.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        Assert.Contains("8 (495) 123-45-67", await author.InnerTextAsync(".items"), StringComparison.Ordinal);
        await author.GetByRole(AriaRole.Link, new() { Name = "Finished" }).ClickAsync();
        await author.GetByRole(AriaRole.Link, new() { Name = "Check and send" }).ClickAsync();
        await author.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).ClickAsync();

        await approver.GetByRole(AriaRole.Link, new() { Name = "Review", Exact = true }).ClickAsync();
        await approver.ClickAsync("main .rows a");
        Assert.Contains("+7 495 123-45-67", await approver.InnerTextAsync(".changes"), StringComparison.Ordinal);
        await approver.GetByRole(AriaRole.Button, new() { Name = "publish" }).ClickAsync();

        var reader = await fixture.OpenAsync(new Uri(site.Site.Address, Provider).ToString());
        var seen = await reader.InnerTextAsync(".contacts");
        Assert.Contains("8 (495) 123-45-67", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(old, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEntryIsTakenDown_AndIsGoneFromItsPageTheListAndSearch_WithinASecond()
    {
        var staff = await TabAsync("author@staff.example", withScript: true);
        var reader = await fixture.OpenAsync(new Uri(site.Site.Address, Provider).ToString());
        await OpenEntryAsync(staff);
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

    private static async Task OpenEntryAsync(IPage tab)
    {
        await tab.GetByRole(AriaRole.Link, new() { Name = "Organisations", Exact = true }).ClickAsync();
        await tab.FillAsync("[name=q]", "alternative");
        await tab.Keyboard.PressAsync("Enter");
        await tab.ClickAsync(".entries a");
    }

    private async Task<IPage> TabAsync(string email, bool withScript) => await fixture.SignInAsync(site, await site.NewReviewerAsync(email, Cancel), options =>
    {
        options.JavaScriptEnabled = withScript;
        options.ViewportSize = new ViewportSize { Width = 360, Height = 740 };
    });
}
