using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ReferralDirectory.Browser.Tests;

/// <summary>What a program can test of how a page reads, on the page that a tab stands on.</summary>
internal static class PageChecks
{
    private const string AllRules = "{ rules: { 'target-size': { enabled: true } } }";

    private const string ContrastOnly = "{ runOnly: ['color-contrast'] }";

    // The pages have no frames, so axe runs where it is: Deque's own call opens a tab for each run, and takes ten times as long.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Violations of axe's rules, and whether the page scrolls sideways. Empty where there are none.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page, bool contrastOnly = false)
    {
        // A click waits until the answer begins, not until the page and its style sheets are there.
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.EvaluateAsync(Axe);
        var result = await page.EvaluateAsync<JsonElement>($"axe.run(document, {(contrastOnly ? ContrastOnly : AllRules)})");
        Assert.True(result.GetProperty("passes").GetArrayLength() > 0, "No rule was run.");
        List<string> faults = [.. result.GetProperty("violations").EnumerateArray().Select(fault => $"{page.Url}: {fault}")];
        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
        {
            faults.Add($"{page.Url} is wider than the window");
        }

        return faults;
    }
}
