using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Metrics;
using ReferralDirectory.Web.Infrastructure.PageCache;
using ReferralDirectory.Web.Options;

namespace ReferralDirectory.Web.Tests.Infrastructure;

public sealed class PageCacheTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*, br;q=0", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("identity", null)]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData(";;=,", null)]
    [InlineData(null, null)]
    public async Task APage_ComesInTheBestCodingTheClientTakes_TheFirstTimeAndLater(string? accepted, string? expected)
    {
        var plain = await site.Client.GetStringAsync(SiteFixture.Ru, Cancel);
        for (var i = 0; i < 2; i++)
        {
            using var response = await GetAsync(site.Client, $"{SiteFixture.Ru}?unknown={i}", accepted);

            Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
            Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            Assert.Equal(plain, await DecodeAsync(response));
        }
    }

    [Theory]
    [InlineData("/en/russian-federation/providers?q=shelter")]
    [InlineData("/ru/nowhere")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/ru/russian-federation/providers/stellit/contact.vcf")]
    [InlineData("/api/hsds/v3/services?lang=ru")]
    [InlineData("/api/hsds/v3/services?nothing=1&lang=ru")]
    public async Task OtherTexts_AreCompressedToo(string address)
    {
        using var plain = await GetAsync(site.Client, address, null);
        using var compressed = await GetAsync(site.Client, address, "br");

        Assert.Equal("br", Assert.Single(compressed.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", compressed.Headers.Vary);
        Assert.Equal(await DecodeAsync(plain), await DecodeAsync(compressed));
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "gzip")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip;q=0, br", "br")]
    [InlineData("deflate", null)]
    public async Task APageForWords_IsTheSameInEveryCoding(string accepted, string? expected)
    {
        // With words that stand in the page as they were typed, longer and shorter than a block that is compressed.
        foreach (var words in new[] { "помощь", "qqqq", "<b>&amp;", new string('я', 200) })
        {
            var address = $"{SiteFixture.Ru}/providers?q={Uri.EscapeDataString(words)}&free=1";
            using var plain = await GetAsync(site.Client, address, null);
            using var coded = await GetAsync(site.Client, address, accepted);

            Assert.Equal(expected, coded.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal(["Accept-Encoding"], coded.Headers.Vary);
            Assert.Equal(await DecodeAsync(plain), await DecodeAsync(coded));
        }
    }

    [Fact]
    public async Task PagesForWords_AreTheSameCompressed_ForAnythingThatIsAsked()
    {
        var pages = 0;
        foreach (var address in ListAddresses.OfWords(SiteFixture.En, SiteFixture.Ru))
        {
            using var plain = await GetAsync(site.Client, address, null);
            using var coded = await GetAsync(site.Client, address, "gzip");

            Assert.Equal(plain.StatusCode, coded.StatusCode);
            Assert.Equal(await DecodeAsync(plain), await DecodeAsync(coded));
            pages += plain.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        Assert.True(pages >= 150, $"Only {pages} pages were there.");
    }

    [Fact]
    public async Task APageTheClientHas_IsNotSentAgain()
    {
        string[] lists = [$"{SiteFixture.En}/providers?need=legal-help", $"{SiteFixture.Ru}/providers?place=moscow&free=1"];
        foreach (var address in (string[])[.. await PublicPages.AllAsync(site.Client, Cancel), .. lists])
        {
            using var first = await GetAsync(site.Client, address, "br");
            Assert.True(first.Headers.ETag is not null, address);
            foreach (var known in (string[])[first.Headers.ETag.ToString(), first.Headers.ETag.Tag, $"\"another\", {first.Headers.ETag}", "*"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" }, { "If-None-Match", known } } };

                using var second = await site.Client.SendAsync(request, Cancel);

                Assert.Equal((HttpStatusCode.NotModified, address), (second.StatusCode, address));
                Assert.Equal(first.Headers.ETag, second.Headers.ETag);
                Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
            }

            using var gzip = await GetAsync(site.Client, address, "gzip");
            Assert.NotEqual(first.Headers.ETag, gzip.Headers.ETag);
        }
    }

    [Fact]
    public async Task APageOfWords_HasNoTagThatWouldTellWhatWasSearched()
    {
        using var answer = await GetAsync(site.Client, $"{SiteFixture.En}/providers?q=shelter", "gzip");

        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task AFloodOfMisses_RendersOnce()
    {
        await using var flooded = new TestSite().Start();
        using var rendered = new RenderedPages(flooded);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => flooded.Client.GetStringAsync($"{SiteFixture.Ru}/providers?need=legal-help", Cancel)));

        Assert.Single(answers.Distinct());
        Assert.Equal(1, rendered.Count);
    }

    [Fact]
    public async Task AFloodOfMisses_RightAfterAChange_RendersOnce()
    {
        await using var flooded = new TestSite().Start();
        using var rendered = new RenderedPages(flooded);
        for (var change = 1; change <= 20; change++)
        {
            await flooded.Services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(Cancel);

            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => flooded.Client.GetStringAsync($"{SiteFixture.En}/providers?need=legal-help", Cancel)));

            Assert.Equal(change, rendered.Count);
        }
    }

    [Fact]
    public async Task WhatWasRenderedFromTheDirectoryOfBefore_IsAnsweredOnce_AndNotKept()
    {
        await using var changed = new TestSite().Start();
        var (store, source) = (changed.Services.GetRequiredService<PageStore>(), changed.Services.GetRequiredService<PublishedDirectorySource>());
        var before = source.Current;
        await source.ReloadAsync(Cancel);
        var page = new KeptPage("with what was taken down"u8, "text/html");

        Assert.Same(page, await store.GetAsync(before, "/en/a", () => Task.FromResult<KeptPage?>(page), isOftenRead: false));
        Assert.Null(store.Find("/en/a"));

        Assert.Same(page, await store.GetAsync(source.Current, "/en/a", () => Task.FromResult<KeptPage?>(page), isOftenRead: false));
        Assert.Same(page, store.Find("/en/a"));
    }

    [Fact]
    public async Task AFormAndALink_ThatAskForTheSame_MeetInOnePage()
    {
        await using var asked = new TestSite().Start();
        using var rendered = new RenderedPages(asked);

        var link = await asked.Client.GetStringAsync($"{SiteFixture.En}/providers?need=legal-help&free=1", Cancel);
        var form = await asked.Client.GetStringAsync($"{SiteFixture.En}/providers?free=1&q=&need=legal-help&place=&audience=&utm_source=x", Cancel);

        Assert.Equal(link, form);
        Assert.Equal(1, rendered.Count);
    }

    [Fact]
    public async Task WordsAndErrors_AreNeverKept()
    {
        await using var asked = new TestSite().Start();
        using var rendered = new RenderedPages(asked);

        await asked.Client.GetStringAsync($"{SiteFixture.En}/providers?q=shelter", Cancel);
        (await asked.Client.GetAsync($"{SiteFixture.En}/providers?need=nothing", Cancel)).Dispose();
        (await asked.Client.GetAsync($"{SiteFixture.En}/providers/nobody", Cancel)).Dispose();
        (await asked.Client.GetAsync("/sitemap.xml", Cancel)).Dispose();

        Assert.Equal(0, rendered.Count);
    }

    [Fact]
    public async Task AChangeOfContent_IsOnThePageAtOnce()
    {
        await using var edited = new TestSite().Start();
        var address = $"{SiteFixture.En}/providers/stellit";
        Assert.Contains("8 (931) 224-03-06", await edited.Client.GetStringAsync(address, Cancel), StringComparison.Ordinal);

        await using (var db = await edited.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancel))
        {
            var phone = await db.ContactPoints.SingleAsync(contact => contact.Value == "+79312240306", Cancel);
            phone.Value = "+79312240307";
            await db.SaveChangesAsync(Cancel);
        }

        await edited.Services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(Cancel);

        Assert.Contains("8 (931) 224-03-07", await edited.Client.GetStringAsync(address, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MemoryForPages_IsBounded()
    {
        var source = site.Site.Services.GetRequiredService<PublishedDirectorySource>();
        using var store = new PageStore(
            source,
            new SiteOptions { PageCacheMegabytes = 1 },
            site.Site.Services.GetRequiredService<SiteMeter>());
        var noise = new byte[20_000];
        new Random(1).NextBytes(noise);
        var keys = Enumerable.Range(0, 200).Select(i => $"/{i}").ToList();
        foreach (var key in keys)
        {
            await store.GetAsync(source.Current, key, () => Task.FromResult<KeptPage?>(new KeptPage(noise, "text/html")), isOftenRead: false);
        }

        Assert.InRange(keys.Sum(key => store.Find(key)?.Size ?? 0), 1, 1024 * 1024);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string address, string? accepted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        return client.SendAsync(request, Cancel);
    }

    private static async Task<string> DecodeAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync(Cancel);
        await using var decoded = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(decoded, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancel);
    }
}
