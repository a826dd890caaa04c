using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>A rendered page as bytes, compressed once for each coding; a page that is often read, once more when somebody has the time.</summary>
public sealed class KeptPage
{
    private readonly int plainLength;
    private readonly EntityTagHeaderValue[] entityTags;
    private volatile Compressed bytes;

    /// <param name="html">The page.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="contentLanguage">The languages of its texts; null where it says that itself.</param>
    public KeptPage(ReadOnlySpan<byte> html, string contentType, string? contentLanguage = null)
    {
        ContentType = contentType;
        ContentLanguage = contentLanguage;
        plainLength = html.Length;
        var gzip = Compress(html, ContentCoding.Gzip, small: false);
        // When somebody first takes it: the first page of a start waits for it otherwise, whoever asks.
        bytes = new Compressed(gzip, new Lazy<byte[]>(() => Compress(Decompress(gzip), ContentCoding.Brotli, small: false)));
        // Brotli is never the larger one.
        Size = 2 * gzip.Length;
        var hash = Convert.ToHexStringLower(SHA256.HashData(html).AsSpan(0, 8));
        // Weak: what it says stays the same when its bytes become fewer.
        entityTags = [.. ((string[])["", "-gz", "-br"]).Select(coding => new EntityTagHeaderValue($"\"{hash}{coding}\"", isWeak: true))];
    }

    /// <summary>Bytes of memory it takes at most.</summary>
    public int Size { get; }

    /// <summary>The template of its address.</summary>
    public string Route { get; init; } = "none";

    private string ContentType { get; }

    private string? ContentLanguage { get; }

    /// <summary>
    /// Spends tens of milliseconds on making it a tenth smaller; for pages that are often read. Those who asked first need not
    /// wait for it. What it says stays the same, and so do its entity tags.
    /// </summary>
    public void MakeSmall()
    {
        var html = Decompress(bytes.Gzip);
        bytes = new Compressed(Compress(html, ContentCoding.Gzip, small: true), new Lazy<byte[]>(Compress(html, ContentCoding.Brotli, small: true)));
    }

    /// <summary>Begins to answer a GET or HEAD with it: status, and headers of its own; 304 where the client says that it has it.</summary>
    /// <returns>The body; empty where the answer has none.</returns>
    public ReadOnlyMemory<byte> Begin(HttpContext context)
    {
        var request = context.Request;
        var response = context.Response;
        var coding = AcceptedCoding.Of(request.Headers.AcceptEncoding).Best;
        var tag = entityTags[(int)coding];
        response.Headers.ETag = tag.ToString();
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (ContentLanguage is not null)
        {
            response.Headers.ContentLanguage = ContentLanguage;
        }

        if (Matches(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return default;
        }

        var body = coding switch
        {
            ContentCoding.Brotli => bytes.Brotli.Value,
            ContentCoding.Gzip => bytes.Gzip,
            ContentCoding.Identity => Decompress(bytes.Gzip),
        };
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        if (coding != ContentCoding.Identity)
        {
            response.Headers.ContentEncoding = coding == ContentCoding.Brotli ? "br" : "gzip";
        }

        return HttpMethods.IsHead(request.Method) ? default(ReadOnlyMemory<byte>) : body;
    }

    private static bool Matches(HttpRequest request, EntityTagHeaderValue tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } known
        && EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(candidate => candidate.Compare(tag, useStrongComparison: false) || candidate == EntityTagHeaderValue.Any);

    // Clients that take no compression are rare; a third copy of each page is not worth their while.
    private byte[] Decompress(byte[] gzip)
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

    private sealed record Compressed(byte[] Gzip, Lazy<byte[]> Brotli);
}
