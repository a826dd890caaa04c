using System.IO.Compression;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>
/// A piece that many pages share, compressed once. A gzip body can be put together from such pieces: each ends at a whole
/// byte, and refers to nothing before it (RFC 1951, 3.2.4).
/// </summary>
public sealed class KeptPiece
{
    /// <param name="html">UTF-8.</param>
    public KeptPiece(byte[] html)
    {
        Html = html;
        using var deflated = new MemoryStream();
        using var writer = new DeflateStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true);
        writer.Write(html);
        writer.Flush();
        // Before the stream is closed: that would write its end.
        Deflated = deflated.ToArray();
    }

    /// <summary>As it stands.</summary>
    public byte[] Html { get; }

    /// <summary>Blocks of a DEFLATE stream that does not end with them.</summary>
    public byte[] Deflated { get; }
}
