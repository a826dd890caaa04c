using System.Text.RegularExpressions;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features;

/// <summary>What holds on every page.</summary>
public sealed partial class LayoutTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPage_HasTheWayOutTheEmergencyNumberAndOneHeading()
    {
        foreach (var address in await PublicPages.AllAsync(site.Client, Cancel))
        {
            var page = await site.Client.GetPageAsync(address, Cancel);

            Assert.Equal("/exit", page.QuerySelector(".leave a#exit")?.GetAttribute("href"));
            Assert.Equal("tel:112", page.QuerySelector(".leave a.urgent")?.GetAttribute("href"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal("main", page.QuerySelector("a.skip")?.GetAttribute("href")?.TrimStart('#'));
            Assert.Equal(address.Split('/')[1], page.DocumentElement.GetAttribute("lang"));
            Assert.Equal("ltr", page.DocumentElement.GetAttribute("dir"));
        }
    }

    [Fact]
    public async Task NoTitleOrAddress_SaysWhatTheSiteIsAbout()
    {
        foreach (var address in await PublicPages.AllAsync(site.Client, Cancel))
        {
            var page = await site.Client.GetPageAsync(address, Cancel);

            Assert.DoesNotMatch(Telling(), page.Title!);
            Assert.DoesNotMatch(Telling(), address);
            Assert.All(page.Hrefs("a[href^='/']"), href => Assert.DoesNotMatch(Telling(), href));
            Assert.All(page.QuerySelectorAll("option"), option => Assert.DoesNotMatch(Telling(), option.GetAttribute("value")!));
        }
    }

    [Fact]
    public async Task TheLanguageSwitch_KeepsThePageAndItsFilters()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/providers?need=legal-help&free=1", Cancel);

        Assert.Equal([$"{SiteFixture.Ru}/providers?need=legal-help&free=1"], page.Hrefs(".languages a"));
        Assert.Equal("ru", page.QuerySelector(".languages a")?.GetAttribute("hreflang"));
        Assert.Equal("Русский", page.QuerySelector(".languages a").Words());
    }

    [Fact]
    public async Task EveryLinkOnEveryPage_LeadsSomewhere()
    {
        var seen = new HashSet<string>();
        var queue = new Queue<string>(await PublicPages.AllAsync(site.Client, Cancel));
        while (queue.TryDequeue(out var address))
        {
            if (!seen.Add(address))
            {
                continue;
            }

            using var response = await site.Client.GetAsync(address, Cancel);
            Assert.True(response.IsSuccessStatusCode || address == "/exit", $"{address} answers {(int)response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var page = await response.ReadPageAsync(Cancel);
                foreach (var href in page.Hrefs().Where(href => href.StartsWith('/')))
                {
                    queue.Enqueue(href);
                }
            }
        }

        Assert.True(seen.Count > 60);
    }

    [Fact]
    public async Task ARussianPage_SaysThatItsTranslationIsUnreviewed_AndAnEnglishOneDoesNot()
    {
        const string notice = "ещё не проверил второй человек";
        var russian = await site.Client.GetPageAsync($"{SiteFixture.Ru}/steps/assistance", Cancel);
        var english = await site.Client.GetPageAsync($"{SiteFixture.En}/steps/assistance", Cancel);

        Assert.Contains(notice, russian.QuerySelector("footer").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("translation", english.QuerySelector("footer").Words(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task CyrillicIsWrittenAsItself()
    {
        var html = await site.Client.GetStringAsync(SiteFixture.Ru, Cancel);

        Assert.Contains("Кто может помочь", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x4", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStylesheet_IsAtMostFourKilobytesOfBrotli_AndTheScriptTwo_OnEveryPage()
    {
        var scripts = new HashSet<string>();
        var styles = new HashSet<string>();
        foreach (var address in await PublicPages.AllAsync(site.Client, Cancel))
        {
            var page = await site.Client.GetPageAsync(address, Cancel);
            Assert.Empty(page.QuerySelectorAll("script[src], link[rel=stylesheet]"));
            scripts.Add(string.Concat(page.QuerySelectorAll("script:not([type])").Select(script => script.TextContent)));
            styles.Add(string.Concat(page.QuerySelectorAll("style").Select(style => style.TextContent)));
        }

        Assert.InRange(Compressed(Assert.Single(styles)), 1, 4096);
        Assert.InRange(Compressed(Assert.Single(scripts)), 1, 2048);

        static int Compressed(string text)
        {
            using var compressed = new MemoryStream();
            using (var brotli = new System.IO.Compression.BrotliStream(compressed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            {
                brotli.Write(System.Text.Encoding.UTF8.GetBytes(text));
            }

            return (int)compressed.Length;
        }
    }

    [GeneratedRegex("traffick|victim|exploit|prostitut|slave|violen|sexual|abuse|crisis|harm|rescue|forced|торговл|жертв|эксплуат|рабств|проституц|потерпевш|насили", RegexOptions.IgnoreCase)]
    private static partial Regex Telling();
}
