using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ReferralDirectory.Browser.Tests;

/// <summary>Every page in both languages against the rules that a program can test, narrow and wide, light and dark.</summary>
public abstract class AccessibilityTests(BrowserFixture fixture, int width)
{
    private const string AllRules = "{ rules: { 'target-size': { enabled: true } } }";

    private const string ContrastOnly = "{ runOnly: ['color-contrast'] }";

    // The pages have no frames, so axe runs where it is: Deque's own call opens a tab for each run, and takes ten times as long.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Fact]
    public Task NoPage_HasAViolation_OrScrollsSideways() => CheckAsync(ColorScheme.Light, AllRules);

    [Fact]
    public Task InTheDark_EveryTextHasContrast() => CheckAsync(ColorScheme.Dark, ContrastOnly);

    private async Task CheckAsync(ColorScheme colours, string rules)
    {
        var page = await fixture.OpenAsync("/", options =>
        {
            options.ViewportSize = new ViewportSize { Width = width, Height = 800 };
            options.ColorScheme = colours;
        });
        foreach (var address in await fixture.AddressesAsync())
        {
            await page.GotoAsync(address);

            await page.EvaluateAsync(Axe);
            var result = await page.EvaluateAsync<JsonElement>($"axe.run(document, {rules})");

            Assert.True(result.GetProperty("violations").GetArrayLength() == 0, $"{address}: {result.GetProperty("violations")}");
            Assert.True(result.GetProperty("passes").GetArrayLength() > 0, "No rule was run.");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{address} is wider than the window");
        }
    }
}
