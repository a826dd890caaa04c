using System.Buffers.Binary;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Where each four bytes of a text stood last.</summary>
/// <param name="text">The text.</param>
internal sealed class OwnPlaces(byte[] text)
{
    private const int SizeBits = 10;

    // One more than the place; different bytes may share one, so that who asks has to compare.
    private readonly int[] last = new int[1 << SizeBits];

    /// <summary>Notes the places from one to before another.</summary>
    public void Note(int from, int to)
    {
        for (var at = from; at < to && at + sizeof(uint) <= text.Length; at++)
        {
            last[Key(at)] = at + 1;
        }
    }

    /// <summary>Where the four bytes at a place may have stood before; -1 where they did not.</summary>
    public int Before(int at) => last[Key(at)] - 1;

    private int Key(int at) => (int)((BinaryPrimitives.ReadUInt32LittleEndian(text.AsSpan(at)) * 2654435761u) >> (32 - SizeBits));
}
