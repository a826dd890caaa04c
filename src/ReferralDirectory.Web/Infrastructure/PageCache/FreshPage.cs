using System.Buffers;
using System.IO.Compression;
using Microsoft.Net.Http.Headers;
using ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>
/// A page that is made for one request. Compressing would be most of what it costs, so its texts are prepared for that, and gzip is
/// preferred to Brotli, for which they are not.
/// </summary>
/// <param name="head">What it starts with.</param>
/// <param name="texts">What the rest is made of.</param>
public sealed class FreshPage(KeptPiece head, PageTexts texts) : IDisposable
{
    // More than a page of the list has.
    private const int UsualParts = 256;

    // Bytes: with its headers a page has 14,000 at most. What would have more is worth the time that compressing it well takes.
    private const int LargestInHaste = 12_550;
    private const int SmallQuality = 5;

    private (PageText Text, int Start)[] parts = ArrayPool<(PageText, int)>.Shared.Rent(UsualParts);
    private int partCount;

    /// <summary>Takes what is new.</summary>
    public Utf8Writer New { get; } = new();

    /// <summary>Prepared texts, and where they start in what was written.</summary>
    internal ReadOnlySpan<(PageText Text, int Start)> Parts => parts.AsSpan(0, partCount);

    /// <summary>Puts a prepared text after what was written until now.</summary>
    /// <param name="text">One of the page's texts, or prepared by them.</param>
    public void Add(PageText text)
    {
        if (partCount == parts.Length)
        {
            var larger = ArrayPool<(PageText, int)>.Shared.Rent(2 * partCount);
            parts.CopyTo(larger, 0);
            ReturnParts();
            parts = larger;
        }

        parts[partCount++] = (text, New.Length);
        New.Write(text.Html);
    }

    /// <summary>Answers with the page.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="compress">In a coding that the client takes; false where somebody else sees to that.</param>
    public async Task WriteAsync(HttpContext context, bool compress)
    {
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        var accepted = compress ? AcceptedCoding.Of(context.Request.Headers.AcceptEncoding) : default;
        if (compress)
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
        }

        var room = ArrayPool<byte>.Shared.Rent(GzipBody.LargestFor(head, New.Length));
        try
        {
            var length = Encode(room, accepted, response.Headers);
            response.ContentLength = compress ? length : null;
            await response.BodyWriter.WriteAsync(room.AsMemory(0, length), context.RequestAborted);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        New.Dispose();
        ReturnParts();
        (parts, partCount) = ([], 0);
    }

    // Who borrows them next must not keep a directory that is gone.
    private void ReturnParts()
    {
        parts.AsSpan(0, partCount).Clear();
        ArrayPool<(PageText, int)>.Shared.Return(parts);
    }

    private int Encode(byte[] room, AcceptedCoding accepted, IHeaderDictionary headers)
    {
        if (accepted.TakesGzip)
        {
            headers.ContentEncoding = "gzip";
            var length = GzipBody.Write(head, texts, New.Written.Span, Parts, room);
            return length <= LargestInHaste ? length : Encode(room, accepted.Best, SmallQuality, headers);
        }

        return Encode(room, accepted.Best, 1, headers);
    }

    private int Encode(byte[] room, ContentCoding coding, int quality, IHeaderDictionary headers)
    {
        using var body = new MemoryStream(room);
        if (coding == ContentCoding.Identity)
        {
            WritePlain(body);
            return (int)body.Position;
        }

        headers.ContentEncoding = coding == ContentCoding.Brotli ? "br" : "gzip";
        using (Stream compressing = coding == ContentCoding.Brotli
            ? new BrotliStream(body, new BrotliCompressionOptions { Quality = quality }, leaveOpen: true)
            : new GZipStream(body, CompressionLevel.Optimal, leaveOpen: true))
        {
            WritePlain(compressing);
        }

        return (int)body.Position;
    }

    private void WritePlain(Stream target)
    {
        target.Write(head.Html);
        target.Write(New.Written.Span);
    }
}
