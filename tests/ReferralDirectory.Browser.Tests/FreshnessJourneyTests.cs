using Microsoft.Playwright;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>Contacts are kept fresh, on a phone and without scripts.</summary>
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

        var reader = await fixture.OpenAsync(new Uri(site.Site.Address, Maria).ToString());
        await Expect(reader.GetByText("Confirmed by our reviewers: a call on")).ToHaveCountAsync(contacts);
        await reviewer.GotoAsync("/admin");
        await Expect(reviewer.Locator(".chart figcaption")).ToHaveTextAsync($"Confirmations in the last 12 months: {contacts}");
    }

    [Fact]
    public async Task AReadersReport_ReachesTheQueue_AndChangesNothingForOthers()
    {
        var address = new Uri(site.Site.Address, Maria).ToString();
        var reader = await OpenOnPhoneAsync(address, "en");
        var before = await reader.Locator("main").InnerTextAsync();
        await reader.GetByRole(AriaRole.Button, new() { Name = "Nobody answered" }).First.ClickAsync();
        await Expect(reader.Locator("h1")).ToHaveTextAsync("Thank you");
        Assert.Empty(await reader.Context.CookiesAsync());
        await reader.GetByRole(AriaRole.Link, new() { Name = "Back to the contacts" }).ClickAsync();
        await Expect(reader.Locator("h1")).Not.ToHaveTextAsync("Thank you");
        Assert.Equal(before, await reader.Locator("main").InnerTextAsync());

        var reviewer = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("reports@staff.example", Cancel), withScript: false);
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "Reported by readers 1" }).ClickAsync();
        await Expect(reviewer.Locator(".stale-contact")).ToHaveCountAsync(1);
        await Expect(reviewer.Locator(".stale-contact")).ToContainTextAsync("Readers say that nobody answered: 1.");
    }

    [Fact]
    public async Task AnOrganisation_AnswersByALink_AnotherReviewerApproves_AndThePublicSeesIt()
    {
        var maker = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("link@staff.example", Cancel), withScript: false);
        await maker.OpenEntryAsync("Maria");
        await maker.GetByRole(AriaRole.Link, new() { Name = "Ask the organisation" }).ClickAsync();
        await maker.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await maker.Locator("#link").InnerTextAsync();

        var organisation = await OpenOnPhoneAsync(link, "ru");
        await Expect(organisation.Locator("h1")).ToHaveTextAsync("Верны ли эти контакты?");
        await organisation.GetByLabel("Верно", new() { Exact = true }).First.CheckAsync();
        await organisation.GetByLabel("Если неверно: как правильно?").Last.FillAsync("https://maria.example/");
        await organisation.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
        await Expect(organisation.Locator("h1")).ToHaveTextAsync("Спасибо");
        await organisation.GotoAsync(link);
        await Expect(organisation.GetByRole(AriaRole.Button, new() { Name = "Отправить" })).ToHaveCountAsync(0);

        var reader = await fixture.OpenAsync(new Uri(site.Site.Address, Maria).ToString());
        var confirmed = reader.GetByText("Confirmed by the organisation itself");
        await Expect(confirmed).ToHaveCountAsync(0);
        await maker.GotoAsync("/admin/review");
        await maker.ClickAsync(".rows h3 a");
        await Expect(maker.Locator("main")).ToContainTextAsync("You made the link that this came by.");
        await Expect(maker.GetByRole(AriaRole.Button, new() { Name = "publish" })).ToHaveCountAsync(0);
        var approver = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("approver@staff.example", Cancel), withScript: false);
        await approver.ChooseAsync(AriaRole.Link, "Review");
        await Expect(approver.Locator(".rows li")).ToContainTextAsync("the organisation, by a link");
        await approver.ClickAsync(".rows h3 a");
        await approver.GetByRole(AriaRole.Button, new() { Name = "publish" }).ClickAsync();
        await Expect(approver.Locator("h1")).ToHaveTextAsync("Published");
        await reader.ReloadAsync();
        await Expect(confirmed).ToHaveCountAsync(1);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private Task<IPage> OpenOnPhoneAsync(string address, string language) => fixture.OpenAsync(address, options =>
    {
        options.JavaScriptEnabled = false;
        options.Locale = language;
        options.ViewportSize = new ViewportSize { Width = 360, Height = 740 };
    });
}
