using Microsoft.Playwright;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>What administrators do, on a phone and without scripts.</summary>
public sealed class AdministratorJourneyTests(BrowserFixture fixture) : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AColleague_IsInvited_ShutOut_AndLetInAgainByANewLink()
    {
        var administrator = await fixture.SignInOnPhoneAsync(site, await site.NewAdministratorAsync("administrator@staff.example", Cancel), withScript: false);
        await administrator.ClickAsync("main li a:text-is('Users')");
        await administrator.ClickAsync("main a:text-is('Invite somebody')");
        await administrator.Locator("#email").FillAsync("colleague@staff.example");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await Expect(administrator.Locator(".errors").First).ToContainTextAsync("Choose at least one role");
        await Expect(administrator.Locator("#email")).ToHaveValueAsync("colleague@staff.example");
        await administrator.GetByLabel("Reviewer: ").CheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await administrator.Locator("#link").InnerTextAsync();

        await SetUpAsync(link, "Night shift");
        await OpenColleagueAsync(administrator);
        await administrator.GetByLabel("Reason", new() { Exact = true }).FillAsync("The phone was taken.");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Shut out" }).ClickAsync();
        await Expect(administrator.Locator(".rows li", new() { HasText = "Night shift" })).ToContainTextAsync("Shut out: The phone was taken.");

        await OpenColleagueAsync(administrator);
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Let in again" }).ClickAsync();
        var again = await administrator.Locator("#link").InnerTextAsync();
        Assert.NotEqual(link, again);
        await SetUpAsync(again, "Night shift");
    }

    [Fact]
    public async Task AKindOfHelp_IsReworded_ApprovedByAnother_AndStandsOnTheHomePage()
    {
        var author = await fixture.SignInOnPhoneAsync(site, await site.NewAdministratorAsync("author@staff.example", Cancel), withScript: false);
        await author.ClickAsync("main li a:text-is('Kinds of help')");
        await author.ClickAsync("main .rows h3 a");
        var need = author.Locator("input[name='Need[en]']");
        var before = await need.InputValueAsync();
        await need.FillAsync("A bed where nobody finds you");
        await author.GetByRole(AriaRole.Button, new() { Name = "Save and check the changes" }).ClickAsync();
        await Expect(author.Locator(".changes .after").First).ToContainTextAsync("nobody finds you");
        await author.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).ClickAsync();
        await Expect(author.Locator("h1")).ToHaveTextAsync("Sent for review");

        var approver = await fixture.SignInOnPhoneAsync(site, await site.NewAdministratorAsync("approver@staff.example", Cancel), withScript: false);
        await approver.ChooseAsync(AriaRole.Link, "Review");
        await approver.ClickAsync(".rows h3 a");
        await approver.GetByRole(AriaRole.Button, new() { Name = "Approve and publish" }).ClickAsync();
        await Expect(approver.Locator("h1")).ToHaveTextAsync("Published");

        var reader = await fixture.OpenAsync(new Uri(site.Site.Address, "/en/russian-federation").ToString());
        await Expect(reader.Locator(".tiles")).ToContainTextAsync("A bed where nobody finds you");
        await Expect(reader.Locator(".tiles")).Not.ToContainTextAsync(before);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task OpenColleagueAsync(IPage administrator)
    {
        await administrator.GotoAsync("/admin/users");
        await administrator.ClickAsync("main .rows a:text-is('Night shift')");
    }

    // Up to where a second factor is asked for: AdminTests go on from there.
    private async Task SetUpAsync(string link, string name)
    {
        var colleague = await fixture.OpenAsync(link, options =>
        {
            options.JavaScriptEnabled = false;
            options.Locale = "en";
            options.ViewportSize = new ViewportSize { Width = 360, Height = 740 };
        });
        await colleague.FillAsync("#name", name);
        await colleague.FillAsync("#password", StaffPerson.Password);
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(colleague.Locator("#key")).ToHaveCountAsync(1);
    }
}
