using System.Buffers.Binary;
using ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

namespace ReferralDirectory.Web.Infrastructure.PageCache;

/// <summary>A gzip body (RFC 1952) of a piece that is compressed already and of what follows it.</summary>
internal static class GzipBody
{
    private const int TrailerLength = 8;

    // 2.3: DEFLATE, no flags, no time, unknown system.
    private static readonly byte[] Header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

    /// <summary>Bytes of room for a body, or for the same in any other coding.</summary>
    public static int LargestFor(KeptPiece head, int rest) => Header.Length + Math.Max(head.Html.Length, head.Deflated.Length) + PageBlock.LargestFor(rest) + TrailerLength;

    /// <param name="head">Comes first.</param>
    /// <param name="texts">What the rest is made of.</param>
    /// <param name="rest">What follows.</param>
    /// <param name="parts">Prepared texts in it, and where they start.</param>
    /// <param name="room">Gets the body.</param>
    /// <returns>Bytes written.</returns>
    public static int Write(KeptPiece head, PageTexts texts, ReadOnlySpan<byte> rest, ReadOnlySpan<(PageText Text, int Start)> parts, Span<byte> room)
    {
        Header.CopyTo(room);
        head.Deflated.CopyTo(room[Header.Length..]);
        var length = Header.Length + head.Deflated.Length;
        length += PageBlock.Write(texts, rest, parts, room[length..]);
        var checksum = head.Checksum.Clone();
        checksum.Append(rest);
        BinaryPrimitives.WriteUInt32LittleEndian(room[length..], checksum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(room[(length + 4)..], (uint)(head.Html.Length + rest.Length));
        return length + TrailerLength;
    }
}
