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
}
