using Microsoft.Playwright;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>Tabs of members of staff, who came through the door like everybody.</summary>
internal static class StaffTabs
{
    /// <summary>Signs somebody in, in a new browser profile, and leaves the tab on the first page after that.</summary>
    public static async Task<IPage> SignInAsync(this BrowserFixture fixture, StaffSite site, StaffPerson person, Action<BrowserNewContextOptions>? change = null)
    {
        var page = await fixture.OpenAsync($"{site.Site.Address}admin/sign-in", options =>
        {
            options.BaseURL = site.Site.Address.ToString();
            options.Locale = "en";
            change?.Invoke(options);
        });
        await page.FillAsync("[name=email]", person.Email);
        await page.FillAsync("[name=password]", StaffPerson.Password);
        await page.ClickAsync("form[action='/admin/sign-in'] button:not([type=button])");
        await page.FillAsync("[name=code]", person.NextCode());
        await page.ClickAsync("form[action='/admin/sign-in/second'] button:not([type=button])");
        await page.WaitForURLAsync(address => address.EndsWith("/admin", StringComparison.Ordinal));
        return page;
    }

    /// <summary>The same on a phone, with or without scripts.</summary>
    public static Task<IPage> SignInOnPhoneAsync(this BrowserFixture fixture, StaffSite site, StaffPerson person, bool withScript) => fixture.SignInAsync(site, person, options =>
    {
        options.JavaScriptEnabled = withScript;
        options.ViewportSize = new ViewportSize { Width = 360, Height = 740 };
    });

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
        await tab.Keyboard.PressAsync("Enter");
        await tab.WaitForURLAsync(address => address.Contains("q=", StringComparison.Ordinal));
        await tab.ClickAsync(".entries a");
    }
}
