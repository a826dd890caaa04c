using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralDirectory.Browser.Tests;

/// <summary>What holds on every page, in a real browser with the real content security policy.</summary>
public sealed partial class PageTests(BrowserFixture fixture)
{
    [Fact]
    public async Task NoPage_AsksForAnythingButItselfAndItsIcon_OrComplains()
    {
        var requests = new List<string>();
        var complaints = new List<string>();
        var page = await fixture.OpenAsync("about:blank");
        page.Request += (_, request) => requests.Add(request.Url);
        page.KeepComplaints(complaints);

        foreach (var address in await fixture.AddressesAsync())
        {
            requests.Clear();
            await page.GotoAsync(address);

            var wanted = new[] { new Uri(fixture.Address, address).ToString(), new Uri(fixture.Address, "/favicon.ico").ToString() };
            Assert.Subset(wanted.ToHashSet(), requests.Select(Uri.UnescapeDataString).ToHashSet());
        }

        // The browser itself reports an answer of 404.
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task EveryProvider_PrintsOnOneSheet()
    {
        var page = await fixture.OpenAsync("/");
        foreach (var address in (await fixture.AddressesAsync()).Where(address => address.Contains("/providers/", StringComparison.Ordinal) && !address.EndsWith("/nobody", StringComparison.Ordinal)))
        {
            await page.GotoAsync(address);
            var pdf = await page.PdfAsync(new PagePdfOptions { Format = "A4" });

            Assert.True(Sheets().Count(System.Text.Encoding.Latin1.GetString(pdf)) == 1, address);
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    public async Task WhatIsTapped_IsAsBigAsAThumb(int width)
    {
        foreach (var address in new[] { BrowserFixture.En, BrowserFixture.Ru, $"{BrowserFixture.Ru}/providers", $"{BrowserFixture.Ru}/steps/assistance", $"{BrowserFixture.Ru}/providers/nevoli-net" })
        {
            var page = await fixture.OpenAsync(address, options => options.ViewportSize = new ViewportSize { Width = width, Height = 740 });

            var small = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('.phone, .tiles a, .steps a, .leave a, header a, button, select, input[type=search], .turn a')]
                  .filter(e => { const b = e.getBoundingClientRect(); return b.height < 43.5 || b.width < 43.5; })
                  .map(e => e.outerHTML.slice(0, 80))
                """);

            Assert.Empty(small);
        }
    }

    [Theory]
    [InlineData(BrowserFixture.En)]
    [InlineData(BrowserFixture.Ru)]
    public async Task Home_ShowsANumberToCall_WithoutScrollingOnAPhone(string address)
    {
        var page = await fixture.OpenAsync(address, options => options.ViewportSize = new ViewportSize { Width = 360, Height = 640 });

        var box = await page.Locator("main .phone").First.BoundingBoxAsync();

        Assert.True(box!.Y + box.Height < 640, $"The first number ends at {box.Y + box.Height}.");
    }

    [Fact]
    public async Task InForcedColours_TheCurrentStepAndTheButtonsKeepTheirOutlines()
    {
        var page = await fixture.OpenAsync($"{BrowserFixture.En}/steps/encounter", options => options.ForcedColors = ForcedColors.Active);

        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('[aria-current=step]')).outlineStyle"));
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.leave a')).borderStyle"));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheets();
}
