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

    /// <summary>Finds an organisation's entry from the overview, by its name.</summary>
    public static async Task OpenEntryAsync(this IPage tab, string name)
    {
        await tab.GetByRole(AriaRole.Link, new() { Name = "Organisations", Exact = true }).ClickAsync();
        await tab.FillAsync("[name=q]", name);
        await tab.Keyboard.PressAsync("Enter");
        await tab.WaitForURLAsync(address => address.Contains("q=", StringComparison.Ordinal));
        await tab.ClickAsync(".entries a");
    }
}
