using Microsoft.Playwright;

namespace ReferralDirectory.Browser.Tests;

/// <summary>Every page in both languages against the rules that a program can test, narrow and wide, light and dark.</summary>
public abstract class AccessibilityTests(BrowserFixture fixture, int width)
{
    [Fact]
    public Task NoPage_HasAViolation_OrScrollsSideways() => CheckAsync(ColorScheme.Light, contrastOnly: false);

    [Fact]
    public Task InTheDark_EveryTextHasContrast() => CheckAsync(ColorScheme.Dark, contrastOnly: true);

    private async Task CheckAsync(ColorScheme colours, bool contrastOnly)
    {
        var page = await fixture.OpenAsync("/", options =>
        {
            options.ViewportSize = new ViewportSize { Width = width, Height = 800 };
            options.ColorScheme = colours;
        });
        foreach (var address in await fixture.AddressesAsync())
        {
            await page.GotoAsync(address);

            Assert.Empty(await page.FaultsAsync(contrastOnly));
        }
    }
}
