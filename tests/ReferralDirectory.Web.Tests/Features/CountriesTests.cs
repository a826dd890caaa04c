using System.Net;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features;

/// <summary>A country is a folder of data, and a language a line: nothing else may be needed.</summary>
public sealed class CountriesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASecondFolder_IsASecondCountry()
    {
        using var folder = new TempFolder();
        var data = folder.CopyOfData();
        CopyCountry(data, "russian-federation", "ruritania");
        await using var site = new TestSite(new Dictionary<string, string> { ["Content:Path"] = data, ["Site:Country"] = "ruritania" }).Start();

        using var door = await site.Client.GetAsync("/", Cancel);
        var home = await site.Client.GetPageAsync("/en/ruritania", Cancel);

        Assert.Equal("/en/ruritania", door.Headers.Location?.OriginalString);
        Assert.Contains("/en/russian-federation", home.Hrefs("footer a"));
        Assert.Equal(15, (await site.Client.GetPageAsync("/ru/ruritania/providers", Cancel)).QuerySelectorAll(".cards > li").Length);
    }

    [Fact]
    public async Task ALanguageWrittenFromTheRight_TurnsThePageAround()
    {
        using var folder = new TempFolder();
        var data = folder.CopyOfData();
        Replace(Path.Combine(data, "languages.yaml"), "tag: ru\n    name: Русский\n    direction: ltr", "tag: ru\n    name: Русский\n    direction: rtl");
        await using var site = new TestSite(new Dictionary<string, string> { ["Content:Path"] = data }).Start();

        var page = await site.Client.GetPageAsync($"{SiteFixture.Ru}/providers/maria", Cancel);
        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.All(page.QuerySelectorAll(".phone b, .leave b, .contacts a[href^='mailto'], .contacts a[href^='http']"), number => Assert.Equal("ltr", number.GetAttribute("dir")));
    }

    [Fact]
    public async Task ALongList_IsShownPageByPage_AndKeepsItsFilters()
    {
        using var folder = new TempFolder();
        var data = folder.CopyOfData();
        var organisations = Path.Combine(data, "russian-federation", "organisations");
        var text = await File.ReadAllTextAsync(Path.Combine(organisations, "stellit.yaml"), Cancel);
        for (var i = 100; i < 150; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(organisations, $"copy-{i}.yaml"), text.Replace("slug: stellit", $"slug: copy-{i}", StringComparison.Ordinal), Cancel);
        }

        await using var site = new TestSite(new Dictionary<string, string> { ["Content:Path"] = data }).Start();
        var seen = new List<string>();
        var address = $"{SiteFixture.En}/providers?need=outreach";
        while (address is not null)
        {
            var page = await site.Client.GetPageAsync(address, Cancel);
            Assert.Contains("Results: 52", page.QuerySelector("#results").Words(), StringComparison.Ordinal);
            seen.AddRange(page.Hrefs(".cards h3 a"));
            address = page.Hrefs(".turn a[rel=next]").SingleOrDefault(href => href.Contains("page=", StringComparison.Ordinal));
        }

        // However many there are, no other page grows with them.
        Assert.Equal(15, (await site.Client.GetPageAsync($"{SiteFixture.En}/steps/encounter", Cancel)).QuerySelectorAll(".lines > li").Length);
        Assert.Equal(52, seen.Count);
        Assert.Equal(52, seen.Distinct().Count());
        using var beyond = await site.Client.GetAsync($"{SiteFixture.En}/providers?need=outreach&page=5", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    private static void CopyCountry(string data, string from, string to)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(data, from), "*", SearchOption.AllDirectories))
        {
            var copy = file.Replace($"/{from}/", $"/{to}/", StringComparison.Ordinal);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Replace(Path.Combine(data, to, "country.yaml"), $"slug: {from}", $"slug: {to}");
    }

    private static void Replace(string file, string old, string text)
    {
        var before = File.ReadAllText(file);
        Assert.Contains(old, before, StringComparison.Ordinal);
        File.WriteAllText(file, before.Replace(old, text, StringComparison.Ordinal));
    }
}
