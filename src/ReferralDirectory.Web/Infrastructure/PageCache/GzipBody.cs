using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>A gzip body (RFC 1952) made of pieces that are compressed already and of new text.</summary>
/// <param name="body">Gets it.</param>
internal sealed class GzipBody(MemoryStream body)
{
    /// <summary>Shorter texts are stored as they are: starting to compress costs more than they are long.</summary>
    private const int ShortestToCompress = 512;

    // 2.3: DEFLATE, no flags, no time, unknown system.
    private static readonly byte[] Header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

    // RFC 1951, 3.2.6: a last block that holds nothing.
    private static readonly byte[] LastBlock = [3, 0];

    private static readonly ZLibCompressionOptions Fast = new() { CompressionLevel = 1 };

    private readonly Crc32 checksum = new();
    private int length;

    public void Start() => body.Write(Header);

    public void Add(KeptPiece piece)
    {
        Count(piece.Html);
        body.Write(piece.Deflated);
    }

    public void Add(ReadOnlySpan<byte> text)
    {
        Count(text);
        if (text.Length < ShortestToCompress)
        {
            Store(text);
            return;
        }

        using var writer = new DeflateStream(body, Fast, leaveOpen: true);
        writer.Write(text);
        writer.Flush();
        // What closing it writes is the end of a stream that is to go on.
        var end = body.Position;
        writer.Dispose();
        body.Position = end;
    }

    public void End()
    {
        body.Write(LastBlock);
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, checksum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)length);
        body.Write(trailer);
    }

    // RFC 1951, 3.2.4.
    private void Store(ReadOnlySpan<byte> text)
    {
        Span<byte> start = stackalloc byte[5];
        start[0] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(start[1..], (ushort)text.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(start[3..], (ushort)~text.Length);
        body.Write(start);
        body.Write(text);
    }

    private void Count(ReadOnlySpan<byte> text)
    {
        checksum.Append(text);
        length += text.Length;
    }
}
