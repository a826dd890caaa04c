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
        var author = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("author@staff.example", Cancel), withScript);
        var approver = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("approver@staff.example", Cancel), withScript);
        await author.OpenEntryAsync("alternative");
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

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
