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
            var between = random.Next(4);
            var together = texts.AddTogether([.. Enumerable.Range(0, random.Next(6)).Select(_ => Text(60))], between);
            var last = texts.AddLast(Text(60));
            using var sample = new FreshPage(KeptPiece.Empty, texts);
            prepared.ForEach(sample.Add);
            sample.New.Write(Text(100));
            sample.Add(texts.Sketch(Encoding.UTF8.GetBytes(Text(100))));
            texts.Complete([.. Enumerable.Range(0, random.Next(2)).Select(_ => sample)]);
            prepared.AddRange([last, .. together.Select(text => text.Apart)]);
            prepared.AddRange(Enumerable.Range(0, 5).Select(_ => texts.Prepare(Encoding.UTF8.GetBytes(Text(1000)))));

            // In any order, some never and some more than once: what would be repeated may not be there yet.
            await AssertSameAsync(() => new FreshPage(random.Next(2) == 0 ? KeptPiece.Empty : new KeptPiece("<!doctype html>"u8.ToArray()), texts), page =>
            {
                for (var i = random.Next(60); i > 0; i--)
                {
                    if (i == 30)
                    {
                        AddTogether(page);
                    }

                    page.New.Write(random.Next(3) == 0 ? Text(50) : "");
                    page.Add(prepared[random.Next(prepared.Count)]);
                }

                page.New.Write(Text(20));
            });

            void AddTogether(FreshPage page)
            {
                foreach (var (text, _) in together)
                {
                    page.Add(text);
                    page.New.Write("12) "[..between]);
                }
            }

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
    public async Task TextsThatStandTogether_AreShorterThanApart()
    {
        var texts = new PageTexts([]);
        var together = texts.AddTogether([.. Enumerable.Range(0, 50).Select(number => $"<p>{(char)('a' + (number % 25))}{(char)('b' + (number % 24))}</p>")], 3);
        texts.Complete();
        var sizes = new List<int>();
        foreach (var isTogether in new[] { true, false })
        {
            var page = await WriteAsync(new FreshPage(KeptPiece.Empty, texts), page => together.ToList().ForEach(text =>
            {
                page.Add(isTogether ? text.Together : text.Apart);
                page.New.Write("123");
            }), "gzip");
            sizes.Add(page.Length);
        }

        Assert.InRange(sizes[0], 1, sizes[1] - 20);
    }

    [Fact]
    public async Task ACode_MadeForSuchPages_MakesThemShort()
    {
        var sizes = new List<int>();
        foreach (var hasSample in new[] { true, false })
        {
            var texts = new PageTexts([]);
            using var sample = new FreshPage(KeptPiece.Empty, texts);
            sample.New.Write(string.Concat(Enumerable.Repeat("abacad", 500)));
            texts.Complete(hasSample ? [sample] : []);
            sizes.Add((await WriteAsync(new FreshPage(KeptPiece.Empty, texts), page => page.New.Write(string.Concat(Enumerable.Repeat("abacad", 50))), "gzip")).Length);
        }

        // What nobody prepared is written letter by letter: eight bits each take 300 bytes, fewer than two take 75.
        Assert.InRange(sizes[0], 1, sizes[1] - 150);
    }

    [Fact]
    public void ATextWithAByteOfZero_CannotStandTogether() =>
        Assert.Throws<ArgumentException>(() => new PageTexts([]).AddTogether(["one", "an\0other"], 2));

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
