using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ReferralDirectory.Browser.Tests;

/// <summary>What a program can test of how a page reads, on the page that a tab stands on.</summary>
internal static class PageChecks
{
    private const string AllRules = "rules: { 'target-size': { enabled: true } }";

    private const string ContrastOnly = "runOnly: ['color-contrast']";

    // The narrowest window that the rules know of, and a desk.
    private const int Narrow = 320;
    private const int Wide = 1280;

    // With the keyboard one goes through a page as it is written, and sees where one is.
    private const string UnseenFocus =
        """
        [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])')]
          .filter(e => e.checkVisibility())
          .filter((e, i, all) => all.findIndex(other => other.localName === e.localName && other.type === e.type && other.className === e.className && other.parentElement.className === e.parentElement.className) === i)
          .filter(e => { e.focus({ focusVisible: true, preventScroll: true }); return e === document.activeElement && getComputedStyle(e).outlineStyle === 'none' || e.tabIndex > 0; })
          .map(e => e.outerHTML.slice(0, 80))
          .concat(document.activeElement.blur() || [])
        """;

    // The pages have no frames, so axe runs where it is: Deque's own call opens a tab for each run, and takes ten times as long.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Violations of axe's rules, and whether the page scrolls sideways. Empty where there are none.</summary>
    /// <exception cref="InvalidOperationException">The tab has no scripts.</exception>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page)
    {
        await StartAsync(page);
        return await FaultsAsync(page, AllRules);
    }

    /// <summary>
    /// The same narrow and wide, light and dark, and whether the focus is always seen, without loading the page anew. A page is looked at
    /// in two languages, and those share the work: all rules where it is narrow in the language with the longer words, and where it is wide
    /// in the other one; the dark at the other width, as colours change nothing but contrast.
    /// </summary>
    /// <param name="page">A tab.</param>
    /// <param name="name">Of its pictures, where somebody wants them.</param>
    /// <exception cref="InvalidOperationException">The tab has no scripts.</exception>
    public static async Task<IReadOnlyList<string>> FaultsInEveryLookAsync(this IPage page, string name)
    {
        await StartAsync(page);
        var (light, dark) = await page.GetAttributeAsync("html", "lang") == "ru" ? (Narrow, Wide) : (Wide, Narrow);
        List<string> faults = [];
        foreach (var (width, colours, rules) in new[] { (dark, ColorScheme.Dark, ContrastOnly), (light, ColorScheme.Light, AllRules) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
            faults.AddRange((await FaultsAsync(page, rules)).Select(fault => $"{width} {colours}: {fault}"));
        }

        faults.AddRange((await page.EvaluateAsync<string[]>(UnseenFocus)).Select(unseen => $"{page.Url}: one does not see that one is at {unseen}"));
        await page.KeepPicturesAsync(name);
        return faults;
    }

    /// <summary>Adds what the browser complains about, from now on.</summary>
    public static void KeepComplaints(this IPage page, ICollection<string> complaints)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
    }

    private static async Task StartAsync(IPage page)
    {
        // A click waits until the answer begins, not until the page and its style sheets are there.
        await page.WaitForLoadStateAsync(LoadState.Load);
        var hasAxe = await page.EvaluateAsync<bool?>("matchMedia('(scripting: enabled)').matches ? 'axe' in window : null")
            ?? throw new InvalidOperationException($"Axe cannot check {page.Url}: in a tab without scripts it would wait for ever. Open the tab with scripts.");
        if (!hasAxe)
        {
            // For the pages that the tab comes to later, too: half a megabyte takes longer to send than to read.
            await page.AddInitScriptAsync(Axe);
            await page.EvaluateAsync(Axe);
        }
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string rules)
    {
        // Most of what axe finds is right, and long: it stays in the page.
        var result = JsonDocument.Parse(await page.EvaluateAsync<string>(
            $$"""
            axe.run(document, { resultTypes: ['violations'], preload: false, {{rules}} })
              .then(result => JSON.stringify({ passes: result.passes.length, violations: result.violations, isTooWide: document.documentElement.scrollWidth > innerWidth }))
            """)).RootElement;
        Assert.True(result.GetProperty("passes").GetInt32() > 0, "No rule was run.");
        List<string> faults = [.. result.GetProperty("violations").EnumerateArray().Select(fault => $"{page.Url}: {fault}")];
        if (result.GetProperty("isTooWide").GetBoolean())
        {
            faults.Add($"{page.Url} is wider than the window");
        }

        return faults;
    }
}
