using System.IO.Compression;
using System.IO.Hashing;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>
/// What many pages start with, compressed once. A gzip body can begin with it, whatever follows: it ends at a whole byte
/// (RFC 1951, 3.2.4).
/// </summary>
public sealed class KeptPiece
{
    /// <param name="html">UTF-8.</param>
    public KeptPiece(byte[] html)
    {
        Html = html;
        Checksum.Append(html);
        if (html.Length == 0)
        {
            return;
        }

        using var deflated = new MemoryStream();
        using var writer = new DeflateStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true);
        writer.Write(html);
        writer.Flush();
        // Before the stream is closed: that would write its end.
        Deflated = deflated.ToArray();
    }

    /// <summary>For what starts with nothing in common.</summary>
    public static KeptPiece Empty { get; } = new([]);

    /// <summary>As it stands.</summary>
    public byte[] Html { get; }

    /// <summary>Blocks of a DEFLATE stream that does not end with them.</summary>
    public byte[] Deflated { get; } = [];

    /// <summary>Of <see cref="Html"/>; to be cloned.</summary>
    internal Crc32 Checksum { get; } = new();
}
