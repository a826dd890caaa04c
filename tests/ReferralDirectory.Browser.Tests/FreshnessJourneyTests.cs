using Microsoft.Playwright;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>Contacts are kept fresh: on a phone of 360 pixels, without scripts.</summary>
public sealed class FreshnessJourneyTests(BrowserFixture fixture) : IAsyncDisposable
{
    private const string Maria = "/en/russian-federation/providers/maria";

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReviewer_ConfirmsInBulk_AndThePublicSeesIt()
    {
        var reviewer = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("bulk@staff.example", Cancel), withScript: false);
        await reviewer.ChooseAsync(AriaRole.Link, "Confirm contacts");
        await Expect(reviewer.Locator("h1")).ToHaveTextAsync("Contacts to confirm");
        Assert.Empty(await reviewer.FaultsAsync());

        var entry = reviewer.Locator(".entries > li", new() { Has = reviewer.GetByRole(AriaRole.Link, new() { Name = "Maria" }) });
        var contacts = await entry.Locator("input[type=checkbox]").CountAsync();
        Assert.True(contacts > 1);
        for (var i = 0; i < contacts; i++)
        {
            await entry.Locator("input[type=checkbox]").Nth(i).CheckAsync();
        }

        await reviewer.GetByLabel("I called and was answered").CheckAsync();
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Confirm all that are ticked" }).First.ClickAsync();
        await Expect(reviewer.Locator(".done").First).ToContainTextAsync($"Confirmed: {contacts}.");
        Assert.Empty(await reviewer.FaultsAsync());

        var reader = await fixture.OpenAsync(new Uri(site.Site.Address, Maria).ToString());
        await Expect(reader.Locator(".confirmed")).ToHaveCountAsync(contacts);
        await Expect(reader.Locator(".confirmed").First).ToContainTextAsync("Confirmed by our reviewers: a call on");
        await reviewer.GotoAsync("/admin");
        await Expect(reviewer.Locator(".chart figcaption")).ToHaveTextAsync($"Confirmations in the last 12 months: {contacts}");
        Assert.Empty(await reviewer.FaultsAsync());
    }

    [Fact]
    public async Task AReadersReport_ReachesTheQueue_AndChangesNothingForOthers()
    {
        var address = new Uri(site.Site.Address, Maria).ToString();
        var reader = await fixture.OpenAsync(address, options =>
        {
            options.ViewportSize = new ViewportSize { Width = 360, Height = 740 };
        });
        var before = await reader.Locator("main").InnerTextAsync();
        Assert.Empty(await reader.FaultsAsync());
        await reader.GetByRole(AriaRole.Button, new() { Name = "Nobody answered" }).First.ClickAsync();
        await Expect(reader.Locator("h1")).ToHaveTextAsync("Thank you");
        Assert.Empty(await reader.FaultsAsync());
        Assert.Empty(await reader.Context.CookiesAsync());
        await reader.GetByRole(AriaRole.Link, new() { Name = "Back to the contacts" }).ClickAsync();
        await Expect(reader.Locator("h1")).Not.ToHaveTextAsync("Thank you");
        Assert.Equal(before, await reader.Locator("main").InnerTextAsync());

        var reviewer = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("reports@staff.example", Cancel), withScript: false);
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "Reported by readers 1" }).ClickAsync();
        await Expect(reviewer.Locator(".stale-contact")).ToHaveCountAsync(1);
        await Expect(reviewer.Locator(".stale-contact")).ToContainTextAsync("Readers say that nobody answered: 1.");
        Assert.Empty(await reviewer.FaultsAsync());
    }

    [Fact]
    public async Task AnOrganisation_AnswersByALink_OnAPhone()
    {
        var reviewer = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("link@staff.example", Cancel), withScript: false);
        await reviewer.OpenEntryAsync("Maria");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "Ask the organisation" }).ClickAsync();
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await reviewer.Locator("#link").InnerTextAsync();
        Assert.Empty(await reviewer.FaultsAsync());

        var organisation = await fixture.OpenAsync(link, options =>
        {
            options.Locale = "ru";
            options.ViewportSize = new ViewportSize { Width = 360, Height = 740 };
        });
        await Expect(organisation.Locator("h1")).ToHaveTextAsync("Верны ли эти контакты?");
        Assert.Empty(await organisation.FaultsAsync());
        await organisation.GetByLabel("Верно", new() { Exact = true }).First.CheckAsync();
        await organisation.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
        await Expect(organisation.Locator("h1")).ToHaveTextAsync("Спасибо");
        Assert.Empty(await organisation.FaultsAsync());

        await reviewer.GotoAsync("/admin/review");
        await Expect(reviewer.Locator(".rows li")).ToContainTextAsync("the organisation, by a link");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
