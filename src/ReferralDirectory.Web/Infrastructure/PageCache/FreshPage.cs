using System.Buffers;
using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>
/// A page that is made for one request. Compressing is most of what it costs, so what it shares with other pages is not
/// compressed again, and gzip is preferred to Brotli, which cannot be put together from pieces.
/// </summary>
public sealed class FreshPage : IDisposable
{
    private readonly List<(KeptPiece? Piece, int Start, int End)> parts = [];
    private int start;

    /// <summary>Takes what is new.</summary>
    public Utf8Writer New { get; } = new();

    /// <summary>Puts a piece after what was written until now.</summary>
    public void Add(KeptPiece piece)
    {
        EndNew();
        parts.Add((piece, 0, 0));
    }

    /// <summary>Answers with the page.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="compress">In a coding that the client takes; false where somebody else sees to that.</param>
    public async Task WriteAsync(HttpContext context, bool compress)
    {
        EndNew();
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        var accepted = compress ? AcceptedCoding.Of(context.Request.Headers.AcceptEncoding) : default;
        if (compress)
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
        }

        var length = parts.Sum(part => part.Piece?.Html.Length ?? part.End - part.Start);
        var room = ArrayPool<byte>.Shared.Rent(LargestBody(length));
        try
        {
            using var body = new MemoryStream(room);
            Encode(body, accepted, response.Headers);
            response.ContentLength = compress ? body.Position : null;
            await response.BodyWriter.WriteAsync(room.AsMemory(0, (int)body.Position), context.RequestAborted);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => New.Dispose();

    private void EndNew()
    {
        if (New.Length > start)
        {
            parts.Add((null, start, New.Length));
            start = New.Length;
        }
    }

    private void Encode(MemoryStream body, AcceptedCoding accepted, IHeaderDictionary headers)
    {
        if (accepted.TakesGzip)
        {
            headers.ContentEncoding = "gzip";
            var gzip = new GzipBody(body);
            gzip.Start();
            foreach (var (piece, from, to) in parts)
            {
                if (piece is not null)
                {
                    gzip.Add(piece);
                }
                else
                {
                    gzip.Add(New.Written.Span[from..to]);
                }
            }

            gzip.End();
        }
        else if (accepted.Best == ContentCoding.Brotli)
        {
            headers.ContentEncoding = "br";
            using var brotli = new BrotliStream(body, new BrotliCompressionOptions { Quality = 1 }, leaveOpen: true);
            WritePlain(brotli);
        }
        else
        {
            WritePlain(body);
        }
    }

    private void WritePlain(Stream target)
    {
        foreach (var (piece, from, to) in parts)
        {
            target.Write(piece is null ? New.Written.Span[from..to] : piece.Html);
        }
    }

    // What cannot be made smaller grows by five bytes a block of at least a few kilobytes, in any coding.
    private static int LargestBody(int plain) => plain + (plain / 64) + 1024;
}
