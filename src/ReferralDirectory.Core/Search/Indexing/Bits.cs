using System.Numerics;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Sets of documents as bits, all of one length: document 0 is the lowest bit of the first element.</summary>
internal static class Bits
{
    public static int LengthFor(int documents) => (documents + 63) / 64;

    public static void Set(Span<ulong> bits, int document) => bits[document >> 6] |= 1UL << document;

    public static bool Has(ReadOnlySpan<ulong> bits, int document) => (bits[document >> 6] & (1UL << document)) != 0;

    public static void Fill(Span<ulong> bits, int documents)
    {
        bits.Fill(ulong.MaxValue);
        if ((documents & 63) != 0)
        {
            bits[^1] = (1UL << documents) - 1;
        }
    }

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

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var element in bits)
        {
            count += BitOperations.PopCount(element);
        }

        return count;
    }

    public static int CountBoth(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> other)
    {
        var count = 0;
        other = other[..bits.Length];
        for (var i = 0; i < bits.Length; i++)
        {
            count += BitOperations.PopCount(bits[i] & other[i]);
        }

        return count;
    }
}
