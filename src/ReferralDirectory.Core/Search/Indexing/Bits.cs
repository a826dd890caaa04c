using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Sets of documents as bits, all of one length: document 0 is the lowest bit of the first element.</summary>
/// <remarks>
/// Vectors are not compiled ahead of time, and a first version of them without optimisation is tens of times slower: a
/// site on one busy core would serve its first thousands of searches with that.
/// </remarks>
internal static class Bits
{
    /// <summary>Elements of a set: whole vectors of 256 bits, so that who works with these needs nothing for a rest.</summary>
    public static int LengthFor(int documents) => (documents + 255) / 256 * 4;

    public static void Set(Span<ulong> bits, int document) => bits[document >> 6] |= 1UL << document;

    public static bool Has(ReadOnlySpan<ulong> bits, int document) => (bits[document >> 6] & (1UL << document)) != 0;

    public static void Fill(Span<ulong> bits, int documents)
    {
        bits.Clear();
        bits[..(documents >> 6)].Fill(ulong.MaxValue);
        if ((documents & 63) != 0)
        {
            bits[documents >> 6] = (1UL << documents) - 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Or(Span<ulong> target, ReadOnlySpan<ulong> other)
    {
        var i = 0;
        for (; i <= target.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
        {
            (new Vector<ulong>(target[i..]) | new Vector<ulong>(other[i..])).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] |= other[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void And(Span<ulong> target, ReadOnlySpan<ulong> other)
    {
        var i = 0;
        for (; i <= target.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
        {
            (new Vector<ulong>(target[i..]) & new Vector<ulong>(other[i..])).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] &= other[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AndNot(Span<ulong> target, ReadOnlySpan<ulong> other)
    {
        var i = 0;
        for (; i <= target.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
        {
            Vector.AndNot(new Vector<ulong>(target[i..]), new Vector<ulong>(other[i..])).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] &= ~other[i];
        }
    }

    /// <summary>Moves what is also in <paramref name="other"/> from one set to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Move(Span<ulong> from, ReadOnlySpan<ulong> other, Span<ulong> to)
    {
        var i = 0;
        for (; i <= from.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
        {
            var moved = new Vector<ulong>(from[i..]) & new Vector<ulong>(other[i..]);
            (new Vector<ulong>(to[i..]) | moved).CopyTo(to[i..]);
            (new Vector<ulong>(from[i..]) ^ moved).CopyTo(from[i..]);
        }

        for (; i < from.Length; i++)
        {
            var moved = from[i] & other[i];
            to[i] |= moved;
            from[i] ^= moved;
        }
    }

    public static int Count(ReadOnlySpan<ulong> bits) => CountBoth(bits, bits);

    public static int CountBoth(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> other)
    {
        var count = 0;
        other = other[..bits.Length];
        var i = 0;
        if (Avx2.IsSupported)
        {
            (count, i) = CountBothByTables(bits, other);
        }

        for (; i < bits.Length; i++)
        {
            count += BitOperations.PopCount(bits[i] & other[i]);
        }

        return count;
    }

    // Counts are most of what facets cost. A table of 16 entries counts half a byte, 64 halves of bytes at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Count, int Done) CountBothByTables(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> other)
    {
        var table = Vector256.Create(Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4), Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
        var half = Vector256.Create((byte)0x0F);
        var sums = Vector256<ulong>.Zero;
        var i = 0;
        for (; i + Vector256<ulong>.Count <= bits.Length; i += Vector256<ulong>.Count)
        {
            var both = Vector256.Create(bits[i..]) & Vector256.Create(other[i..]);
            var low = both.AsByte() & half;
            var high = (both >>> 4).AsByte() & half;
            var counts = Avx2.Shuffle(table, low) + Avx2.Shuffle(table, high);
            sums += Avx2.SumAbsoluteDifferences(counts, Vector256<byte>.Zero).AsUInt64();
        }

        return ((int)Vector256.Sum(sums), i);
    }
}
