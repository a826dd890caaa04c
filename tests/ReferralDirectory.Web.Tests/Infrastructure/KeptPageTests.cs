using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using ReferralDirectory.Web.Infrastructure.PageCache;

namespace ReferralDirectory.Web.Tests.Infrastructure;

public sealed class KeptPageTests
{
    private static readonly string Html = string.Join('\n', Enumerable.Range(0, 2000).Select(number => $"<p>Paragraph {number * 7919 % 1000} of {number}</p>"));

    [Fact]
    public void MakeSmall_SaysTheSameInFewerBytes()
    {
        var page = new KeptPage(Encoding.UTF8.GetBytes(Html), "text/html");
        var before = Answer(page);

        page.MakeSmall();

        var after = Answer(page);
        Assert.True(after.Body.Length < before.Body.Length, $"{before.Body.Length} bytes became {after.Body.Length}.");
        Assert.True(after.Body.Length <= page.Size);
        Assert.Equal(before.Tag, after.Tag);
        // RFC 9110, 8.8.1: the same tag for other bytes is a weak one.
        Assert.StartsWith("W/", after.Tag, StringComparison.Ordinal);
        Assert.Equal(Html, Decode(before.Body));
        Assert.Equal(Html, Decode(after.Body));
    }

    private static (byte[] Body, string Tag) Answer(KeptPage page)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        context.Request.Headers.AcceptEncoding = "br";
        return (page.Begin(context).ToArray(), context.Response.Headers.ETag.ToString());
    }

    private static string Decode(byte[] brotli)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(brotli), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
