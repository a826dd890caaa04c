using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>A rendered page as bytes, compressed once.</summary>
public sealed class KeptPage
{
    private readonly byte[] brotli;
    private readonly byte[] gzip;
    private readonly int plainLength;
    private readonly string[] entityTags;

    /// <param name="html">The page.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="isOftenRead">
    /// True spends the most on making it small (tens of milliseconds); false makes it somewhat larger at a tenth of the time, so
    /// that somebody who asks for every combination of filters cannot keep the machine busy.
    /// </param>
    public KeptPage(ReadOnlySpan<byte> html, string contentType, bool isOftenRead)
    {
        ContentType = contentType;
        plainLength = html.Length;
        brotli = Compress(html, ContentCoding.Brotli, isOftenRead);
        gzip = Compress(html, ContentCoding.Gzip, isOftenRead);
        var hash = Convert.ToHexStringLower(SHA256.HashData(html).AsSpan(0, 8));
        entityTags = [$"\"{hash}\"", $"\"{hash}-gz\"", $"\"{hash}-br\""];
    }

    /// <summary>Bytes of memory it takes.</summary>
    public int Size => brotli.Length + gzip.Length;

    private string ContentType { get; }

    /// <summary>Answers a GET or HEAD with it; with 304 where the client says that it has it.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var request = context.Request;
        var response = context.Response;
        var coding = AcceptedCoding.Of(request.Headers.AcceptEncoding).Best;
        var tag = entityTags[(int)coding];
        response.Headers.ETag = tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (Matches(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var bytes = coding switch
        {
            ContentCoding.Brotli => brotli,
            ContentCoding.Gzip => gzip,
            ContentCoding.Identity => Decompress(),
        };
        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        if (coding != ContentCoding.Identity)
        {
            response.Headers.ContentEncoding = coding == ContentCoding.Brotli ? "br" : "gzip";
        }

        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static bool Matches(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } known
        && EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(candidate => candidate.Tag == tag || candidate == EntityTagHeaderValue.Any);

    // Clients that take no compression are rare; a third copy of each page is not worth their while.
    private byte[] Decompress()
    {
        var plain = new byte[plainLength];
        using var reader = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        reader.ReadExactly(plain);
        return plain;
    }

    private static byte[] Compress(ReadOnlySpan<byte> html, ContentCoding coding, bool small)
    {
        using var compressed = new MemoryStream();
        using (Stream writer = coding == ContentCoding.Brotli
            ? new BrotliStream(compressed, new BrotliCompressionOptions { Quality = small ? 11 : 5 }, leaveOpen: true)
            : new GZipStream(compressed, small ? CompressionLevel.SmallestSize : CompressionLevel.Optimal, leaveOpen: true))
        {
            writer.Write(html);
        }

        return compressed.ToArray();
    }
}
