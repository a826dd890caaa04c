using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>The door of the admin area, accounts and the frame of every page against the rules that a program can test.</summary>
public sealed class AdminAccessibilityTests(BrowserFixture fixture) : IAsyncDisposable
{
    private readonly StaffSite site = new();
    private readonly List<string> complaints = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task NoPage_HasAViolation_OrScrollsSideways(string language)
    {
        var person = await site.NewAdministratorAsync("administrator.of.a.long.name@staff.example", Cancel);
        var invited = await site.InviteAsync("new@staff.example", Cancel, new StaffGrant { Role = StaffRole.Administrator });
        var stranger = await fixture.OpenAsync("about:blank", options => (options.BaseURL, options.Locale) = (site.Site.Address.ToString(), language));
        stranger.KeepComplaints(complaints);
        await CheckAsync(stranger, ("sign-in", "/admin/sign-in"), ("invitation-unusable", "/admin/invitation/none"), ("nothing", "/admin/nothing"), ("invitation", invited));
        await stranger.ClickAsync("main button:not([type=button])");
        await stranger.FillAsync("#name", "Night shift");
        await stranger.FillAsync("#password", "short");
        await stranger.ClickAsync("main button:not([type=button])");
        await CheckAsync(stranger, "password-too-short");
        await stranger.FillAsync("#password", StaffPerson.Password);
        await stranger.ClickAsync("main button:not([type=button])");
        await CheckAsync(stranger, "second-factor");

        var page = await fixture.SignInAsync(site, person);
        page.KeepComplaints(complaints);
        await page.ReadInAsync(language);
        await CheckAsync(
            page,
            ("overview-new", "/admin"),
            ("users", "/admin/users"),
            ("status", "/admin/status"),
            ("user", $"/admin/users/{person.Id}"),
            ("invite", "/admin/users/invite"),
            ("account", "/admin/account"),
            ("account-name", "/admin/account/name"),
            ("account-password", "/admin/account/password"),
            ("account-authenticator", "/admin/account/authenticator"),
            ("confirm", "/admin/confirm"),
            ("nothing-signed-in", "/admin/nothing"),
            ("account-factors", "/admin/account/factors"));
        await CheckUsersAsync(page);
        await page.GotoAsync("/admin/account/factors");
        await page.ClickAsync("form[action$=recovery-codes] button");
        await CheckAsync(page, "recovery-codes");
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(360, "en")]
    [InlineData(360, "ru")]
    [InlineData(1280, "en")]
    [InlineData(1280, "ru")]
    public async Task TheHeader_IsOneLine_WhateverSomebodyMay(int width, string language)
    {
        var country = await site.AskAsync(db => db.Countries.Select(found => found.Id).SingleAsync(Cancel));
        var person = await site.NewPersonAsync("all@staff.example", Cancel, new StaffGrant { Role = StaffRole.Administrator }, new StaffGrant { Role = StaffRole.Reviewer, CountryId = country });
        var page = await fixture.SignInAsync(site, person, options => options.ViewportSize = new ViewportSize { Width = width, Height = 800 });
        await page.ReadInAsync(language);

        Assert.InRange((await page.Locator("header").BoundingBoxAsync())!.Height, 1, 64);
        await page.OpenMenuAsync();
        await Expect(page.Locator("header nav a[href='/admin/account']")).ToBeVisibleAsync();
        Assert.Empty(await page.FaultsAsync());
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // Somebody is invited, shut out, and let in again.
    private static async Task CheckUsersAsync(IPage page)
    {
        await page.GotoAsync("/admin/users/invite");
        await page.FillAsync("#email", "colleague.of.a.long.name@staff.example");
        await page.ClickAsync("main form button");
        await CheckAsync(page, "invite-without-role");
        await page.CheckAsync("#administrator");
        await page.ClickAsync("main form button");
        await page.WaitForSelectorAsync("#link");
        await CheckAsync(page, "invited");
        await page.GotoAsync("/admin/users");
        await page.ClickAsync(".rows a:has-text('colleague')");
        await page.FillAsync("#reason", "The phone was taken.");
        await page.ClickAsync("button.danger");
        await page.WaitForSelectorAsync(".rows");
        await CheckAsync(page, "users-shut-out");
        await page.ClickAsync(".rows a:has-text('colleague')");
        await CheckAsync(page, "user-shut-out");
        await page.ClickAsync("form[action$=restore] button");
        await page.WaitForSelectorAsync("#link");
        await CheckAsync(page, "let-in-again");
    }

    private static async Task CheckAsync(IPage page, params (string Name, string Address)[] pages)
    {
        foreach (var (name, address) in pages)
        {
            await page.GotoAsync(address);
            await CheckAsync(page, name);
        }
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        Assert.Empty(await page.FaultsInEveryLookAsync($"{name}-{await page.GetAttributeAsync("html", "lang")}"));
        Assert.NotEqual("serif", await page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily"));
    }
}
