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
        await Expect(author.Locator(".items").First).ToContainTextAsync("8 (495) 123-45-67");
        await author.GetByRole(AriaRole.Link, new() { Name = "Finished" }).ClickAsync();
        await author.GetByRole(AriaRole.Link, new() { Name = "Check and send" }).ClickAsync();
        await author.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).ClickAsync();
        await Expect(author.Locator("h1")).ToHaveTextAsync("Sent for review");

        await approver.ChooseAsync(AriaRole.Link, "Review");
        await approver.ClickAsync("main .rows a");
        await Expect(approver.Locator(".changes").First).ToContainTextAsync("+7 495 123-45-67");
        await approver.GetByRole(AriaRole.Button, new() { Name = "publish" }).ClickAsync();
        await Expect(approver.Locator("h1")).ToHaveTextAsync("Published");

        var reader = await fixture.OpenAsync(new Uri(site.Site.Address, Provider).ToString());
        var seen = await reader.InnerTextAsync(".contacts");
        Assert.Contains("8 (495) 123-45-67", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(old, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasTakenDown_IsBroughtBackByTwo_WhoReadWhy()
    {
        const string Why = "Somebody else answers this number";
        var author = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("author@staff.example", Cancel), withScript: false);
        var approver = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("approver@staff.example", Cancel), withScript: false);
        var reader = await fixture.OpenAsync("about:blank");
        var address = new Uri(site.Site.Address, Provider).ToString();
        await author.OpenEntryAsync("alternative");
        await author.GetByRole(AriaRole.Link, new() { Name = "Take down" }).ClickAsync();
        await author.GetByLabel("Why?").FillAsync(Why);
        await author.GetByRole(AriaRole.Button, new() { Name = "Take down now" }).ClickAsync();
        await Expect(author.Locator(".warning")).ToContainTextAsync(Why);
        Assert.Equal(404, (await reader.GotoAsync(address))!.Status);

        await author.GetByRole(AriaRole.Link, new() { Name = "Bring back" }).ClickAsync();
        await author.GetByLabel("Why can it come back?").FillAsync("I called: it is theirs again");
        await author.GetByRole(AriaRole.Button, new() { Name = "Make the draft" }).ClickAsync();
        await author.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).ClickAsync();
        await Expect(author.Locator("h1")).ToHaveTextAsync("Sent for review");
        await author.ChooseAsync(AriaRole.Link, "Review");
        await author.ClickAsync("main .rows a");
        await Expect(author.Locator("main")).ToContainTextAsync("you cannot approve it");
        await Expect(author.GetByRole(AriaRole.Button, new() { Name = "publish" })).ToHaveCountAsync(0);

        await approver.ChooseAsync(AriaRole.Link, "Review");
        await approver.ClickAsync("main .rows a");
        await Expect(approver.Locator("main")).ToContainTextAsync(Why);
        await Expect(approver.Locator("main")).ToContainTextAsync("I called: it is theirs again");
        Assert.Equal(404, (await reader.GotoAsync(address))!.Status);
        await approver.GetByRole(AriaRole.Button, new() { Name = "publish" }).ClickAsync();
        await Expect(approver.Locator("h1")).ToHaveTextAsync("Published");

        Assert.Equal(200, (await reader.GotoAsync(address))!.Status);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
