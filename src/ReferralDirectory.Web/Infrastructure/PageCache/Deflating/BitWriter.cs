using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Writes bits, the lowest first (RFC 1951, 3.1.1). The room must have 8 bytes more than what is written.</summary>
/// <param name="room">Gets them.</param>
internal ref struct BitWriter(Span<byte> room)
{
    /// <summary>Bits that one number can bring.</summary>
    public const int MostAtOnce = 56;

    private readonly Span<byte> room = room;
    private ulong pending;
    private int pendingBits;
    private int length;

    /// <param name="bits">Nothing above <paramref name="count"/>.</param>
    /// <param name="count">At most <see cref="MostAtOnce"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ulong bits, int count)
    {
        pending |= bits << pendingBits;
        pendingBits += count;
        // Without asking whether there are whole bytes: nothing can foretell the answer.
        BinaryPrimitives.WriteUInt64LittleEndian(room[length..], pending);
        length += pendingBits >> 3;
        pending >>= pendingBits & ~7;
        pendingBits &= 7;
    }

    /// <param name="bits"><see cref="MostAtOnce"/> to an element.</param>
    /// <param name="count">How many of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<ulong> bits, int count)
    {
        var i = 0;
        for (; count > MostAtOnce; count -= MostAtOnce)
        {
            Write(bits[i++], MostAtOnce);
        }

        if (count > 0)
        {
            Write(bits[i], count);
        }
    }

    /// <summary>Fills up the last byte.</summary>
    /// <returns>Bytes written.</returns>
    public readonly int End() => length + (pendingBits > 0 ? 1 : 0);
}
