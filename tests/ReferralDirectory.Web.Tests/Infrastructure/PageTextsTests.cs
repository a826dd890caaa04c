using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using ReferralDirectory.Web.Infrastructure.PageCache;
using ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>Pages put together from prepared texts, with texts that no list of providers has.</summary>
public sealed class PageTextsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APage_IsTheSameCompressed_WhateverItIsMadeOf()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            // Few letters repeat much, many little; bytes of two are letters of Russian.
            var letters = "ab<я>\n0длиннее"[..random.Next(2, 14)];
            var samples = Enumerable.Range(0, random.Next(4)).Select(_ => Text(200)).ToList();
            var texts = new PageTexts([.. Enumerable.Range(0, random.Next(5)).Select(_ => Text(30)).Where(text => text.Length > 0)], samples);
            List<PageText> prepared = [.. Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(2) == 0 ? texts.AddEverywhere(Text(100)) : texts.AddOften(Text(300)))];
            texts.Complete();
            prepared.AddRange(Enumerable.Range(0, 5).Select(_ => texts.Prepare(Encoding.UTF8.GetBytes(Text(1000)))));

            // In any order, some never and some more than once: what would be repeated may not be there yet.
            await AssertSameAsync(() => new FreshPage(random.Next(2) == 0 ? KeptPiece.Empty : new KeptPiece("<!doctype html>"u8.ToArray()), texts), page =>
            {
                for (var i = random.Next(60); i > 0; i--)
                {
                    page.New.Write(random.Next(3) == 0 ? Text(50) : "");
                    page.Add(prepared[random.Next(prepared.Count)]);
                }

                page.New.Write(Text(20));
            });

            string Text(int most) => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => letters[random.Next(letters.Length)]));
        }
    }

    [Fact]
    public async Task ATextThatStandsTooFarBack_IsWrittenAnew()
    {
        var texts = new PageTexts([]);
        var far = texts.AddEverywhere("as far back as nothing can be repeated from");
        texts.Complete();
        var near = texts.Prepare(Encoding.UTF8.GetBytes("as far back as nothing can be repeated from"));

        foreach (var between in new[] { 0, 32 * 1024 - far.Html.Length - 1, 32 * 1024 - far.Html.Length, 32 * 1024 - far.Html.Length + 1, 100_000 })
        {
            await AssertSameAsync(() => new FreshPage(KeptPiece.Empty, texts), page =>
            {
                page.Add(far);
                page.New.Write(new string('x', between));
                page.Add(near);
            });
        }
    }

    [Fact]
    public async Task ALongTextThatRepeatsItself_IsTheSameCompressed()
    {
        var texts = new PageTexts([]);
        texts.Complete();
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{number % 9973};"));

        await AssertSameAsync(() => new FreshPage(KeptPiece.Empty, texts), page => page.Add(texts.Prepare(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public async Task WhatIsOnThePageAlready_TakesAFewBytes()
    {
        var texts = new PageTexts(["an organisation that is named on many pages, though not on all of them"]);
        texts.Complete();
        var card = texts.Prepare("an organisation that is named on many pages, though not on all of them"u8.ToArray());
        var once = await WriteAsync(new FreshPage(KeptPiece.Empty, texts), page => page.Add(card), "gzip");
        var often = await WriteAsync(new FreshPage(KeptPiece.Empty, texts), page => Enumerable.Range(0, 11).ToList().ForEach(_ => page.Add(card)), "gzip");

        Assert.InRange(often.Length - once.Length, 1, 10 * 5);
    }

    [Fact]
    public void TextsThatAreNotComplete_CannotBeUsed() =>
        Assert.Throws<InvalidOperationException>(() => new PageTexts([]).Prepare("text"u8.ToArray()));

    private static async Task AssertSameAsync(Func<FreshPage> start, Action<FreshPage> write)
    {
        var html = Array.Empty<byte>();
        var gzip = await WriteAsync(start(), page =>
        {
            write(page);
            html = page.New.Written.ToArray();
        }, "gzip");

        using var reader = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        using var read = new MemoryStream();
        await reader.CopyToAsync(read, Cancel);
        Assert.Equal(html, read.ToArray()[^html.Length..]);
    }

    private static async Task<byte[]> WriteAsync(FreshPage page, Action<FreshPage> write, string accepted)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Request = { Headers = { AcceptEncoding = accepted } }, Response = { Body = body } };
        using (page)
        {
            write(page);
            await page.WriteAsync(context, compress: true);
        }

        return body.ToArray();
    }
}
