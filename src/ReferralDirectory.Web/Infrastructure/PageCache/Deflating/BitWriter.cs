using System.Buffers.Binary;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Writes bits, the lowest first (RFC 1951, 3.1.1). The room must have 8 bytes more than what is written.</summary>
/// <param name="room">Gets them.</param>
internal ref struct BitWriter(Span<byte> room)
{
    private readonly Span<byte> room = room;
    private ulong pending;
    private int pendingBits;
    private int length;

    /// <param name="bits">Nothing above <paramref name="count"/>.</param>
    /// <param name="count">1 to 64.</param>
    public void Write(ulong bits, int count)
    {
        pending |= bits << pendingBits;
        pendingBits += count;
        if (pendingBits >= 64)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(room[length..], pending);
            length += sizeof(ulong);
            pendingBits -= 64;
            pending = pendingBits == 0 ? 0 : bits >> (count - pendingBits);
        }
    }

    /// <param name="bits">64 to an element.</param>
    /// <param name="count">How many of them.</param>
    public void Write(ReadOnlySpan<ulong> bits, int count)
    {
        foreach (var element in bits)
        {
            Write(element, Math.Min(count, 64));
            count -= 64;
        }
    }

    /// <summary>Fills up the last byte.</summary>
    /// <returns>Bytes written.</returns>
    public int End()
    {
        BinaryPrimitives.WriteUInt64LittleEndian(room[length..], pending);
        return length + ((pendingBits + 7) / 8);
    }
}
