using Microsoft.Playwright;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>Tabs of members of staff.</summary>
internal static class StaffTabs
{
    /// <summary>The first page of somebody who is signed in, in a new browser profile: with the session that setting up their account gave them.</summary>
    public static async Task<IPage> SignInAsync(this BrowserFixture fixture, StaffSite site, StaffPerson person, Action<BrowserNewContextOptions>? change = null)
    {
        var page = await fixture.OpenAsync("about:blank", options =>
        {
            options.BaseURL = site.Site.Address.ToString();
            options.Locale = "en";
            change?.Invoke(options);
        });
        await page.Context.AddCookiesAsync(person.Browser.Cookies.Select(cookie => new Cookie
        {
            Name = cookie.Key,
            Value = cookie.Value,
            Domain = site.Site.Address.Host,
            Path = "/",
            Secure = true,
            HttpOnly = true,
            SameSite = SameSiteAttribute.Strict,
        }));
        await page.GotoAsync("/admin");
        return page;
    }

    /// <summary>The same on a phone, with or without scripts.</summary>
    public static Task<IPage> SignInOnPhoneAsync(this BrowserFixture fixture, StaffSite site, StaffPerson person, bool withScript) => fixture.SignInAsync(site, person, options =>
    {
        options.JavaScriptEnabled = withScript;
        options.ViewportSize = new ViewportSize { Width = 360, Height = 740 };
    });

    /// <summary>Chooses a language, where the tab is not read in it. The tab must have come to rest.</summary>
    public static async Task ReadInAsync(this IPage tab, string language)
    {
        var button = tab.Locator($"header button[lang={language}]");
        if (await button.CountAsync() > 0)
        {
            await tab.OpenMenuAsync();
            await button.ClickAsync();
        }

        await Assertions.Expect(tab.Locator($"html[lang={language}]")).ToHaveCountAsync(1);
    }

    /// <summary>Unfolds the menu, where it is folded. The tab must have come to rest.</summary>
    public static async Task OpenMenuAsync(this IPage tab)
    {
        var fold = tab.Locator("header summary");
        if (await fold.IsVisibleAsync())
        {
            await fold.ClickAsync();
        }
    }

    /// <summary>Presses something in the menu, which is folded on a phone. The tab must have come to rest.</summary>
    public static async Task ChooseAsync(this IPage tab, AriaRole role, string name)
    {
        await tab.OpenMenuAsync();
        await tab.Locator("header").GetByRole(role, new() { Name = name, Exact = true }).ClickAsync();
    }

    /// <summary>Changes the first number of the first entry in the list, and sends it.</summary>
    public static async Task SendNumberAsync(this IPage tab, string number)
    {
        await tab.ChooseAsync(AriaRole.Link, "Organisations");
        await tab.ClickAsync(".entries a");
        await tab.GetByRole(AriaRole.Link, new() { Name = "Phone, e-mail, website" }).ClickAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Change" }).First.ClickAsync();
        await tab.GetByLabel("Number or address", new() { Exact = true }).FillAsync(number);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Finished" }).ClickAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Check and send" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Send for review" }).ClickAsync();
        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync("Sent for review");
    }

    /// <summary>Finds an organisation's entry from the overview, by its name.</summary>
    public static async Task OpenEntryAsync(this IPage tab, string name)
    {
        await tab.ChooseAsync(AriaRole.Link, "Organisations");
        await tab.FillAsync("[name=q]", name);
        // Chromium drops keys pressed before a page's first frame; a click waits for that.
        await tab.ClickAsync("form[role=search] button");
        await tab.ArriveAsync("q=");
        await tab.ClickAsync(".entries a");
    }
}
