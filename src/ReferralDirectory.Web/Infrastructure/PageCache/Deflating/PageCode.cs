using System.Numerics;
using System.Runtime.CompilerServices;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>
/// How the bytes of pages that are much alike are written in a block of DEFLATE (RFC 1951, 3.2.5 to 3.2.7). Any text can be written
/// in it; one like the sample becomes short.
/// </summary>
internal sealed class PageCode
{
    /// <summary>Bytes that one repetition stands for.</summary>
    public const int ShortestRepetition = 3;

    /// <inheritdoc cref="ShortestRepetition"/>
    public const int LongestRepetition = 258;

    /// <summary>Bytes back to where a repetition begins at most.</summary>
    public const int Farthest = 32 * 1024;

    /// <summary>Symbols that distances have.</summary>
    public const int Distances = 30;

    private const int EndOfBlock = 256;
    private const int Symbols = 286;

    // 3.2.7: in this order lengths of codes for lengths of codes stand; 16 to 18 repeat, and are not used.
    private static readonly int[] Order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly PrefixCode symbols;
    private readonly (uint Bits, int Count)[] repetitions;
    private readonly PrefixCode distances;

    /// <param name="bytes">How often each byte stands for itself.</param>
    /// <param name="repetitions">How often something of each length, from 0, is repeated.</param>
    /// <param name="distances">How often each symbol of a distance is needed.</param>
    private PageCode(ReadOnlySpan<int> bytes, ReadOnlySpan<int> repetitions, ReadOnlySpan<int> distances)
    {
        var frequencies = new int[Symbols];
        // Whatever did not occur may occur.
        frequencies.AsSpan().Fill(1);
        for (var value = 0; value < bytes.Length; value++)
        {
            frequencies[value] += bytes[value];
        }

        for (var length = ShortestRepetition; length < repetitions.Length; length++)
        {
            frequencies[SymbolOf(length).Symbol] += repetitions[length];
        }

        symbols = PrefixCode.For(frequencies, longest: 15);
        this.distances = PrefixCode.For([.. distances.ToArray().Select(frequency => frequency + 1)], longest: 15);
        this.repetitions = [.. Enumerable.Range(0, LongestRepetition + 1).Select(length => length < ShortestRepetition ? default : RepetitionOf(length))];
        Start = WriteStart();
        End = symbols[EndOfBlock];
    }

    /// <summary>What a block starts with.</summary>
    public (ulong[] Bits, int Count) Start { get; }

    /// <summary>What a block ends with.</summary>
    public (uint Bits, int Count) End { get; }

    /// <summary>A byte that stands for itself.</summary>
    public (uint Bits, int Count) this[byte value] => symbols[value];

    /// <summary>A repetition of what stands before.</summary>
    /// <param name="length">From <see cref="ShortestRepetition"/> to <see cref="LongestRepetition"/>.</param>
    /// <param name="distance">From 1 to <see cref="Farthest"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (ulong Bits, int Count) Repetition(int length, int distance)
    {
        var (bits, count) = repetitions[length];
        var (symbol, extra) = SymbolOfDistance(distance);
        var (distanceBits, distanceCount) = distances[symbol];
        var more = (uint)(distance - 1) & ((1u << extra) - 1);
        return (bits | ((ulong)distanceBits << count) | ((ulong)more << (count + distanceCount)), count + distanceCount + extra);
    }

    /// <summary>The code in which the pages that were counted are shortest.</summary>
    public static PageCode For(PageTally tally) => new(tally.Bytes, tally.Lengths, tally.Distances);

    /// <summary>3.2.5: the symbol of a distance, and how many bits of it follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Symbol, int Extra) SymbolOfDistance(int distance)
    {
        var back = (uint)(distance - 1);
        var extra = Math.Max(0, BitOperations.Log2(back) - 1);
        return (back < 4 ? (int)back : (2 * (extra + 1)) + (int)((back >> extra) & 1), extra);
    }

    // 3.2.5: the symbol of a length, and how many bits of the length follow it.
    private static (int Symbol, int Extra) SymbolOf(int length)
    {
        var more = (uint)(length - ShortestRepetition);
        if (length == LongestRepetition || more < 8)
        {
            return (length == LongestRepetition ? 285 : 257 + (int)more, 0);
        }

        var extra = BitOperations.Log2(more) - 2;
        return (261 + (4 * extra) + (int)((more >> extra) & 3), extra);
    }

    private (uint Bits, int Count) RepetitionOf(int length)
    {
        var (symbol, extra) = SymbolOf(length);
        var (bits, count) = symbols[symbol];
        var more = (uint)(length - ShortestRepetition) & ((1u << extra) - 1);
        return (bits | (more << count), count + extra);
    }

    private (ulong[] Bits, int Count) WriteStart()
    {
        int[] lengths = [.. symbols.Lengths, .. distances.Lengths];
        var lengthCode = PrefixCode.For([.. Order.Order().Select(length => lengths.Count(other => other == length))], longest: 7);
        var start = new BitText();
        // Not the last block; codes of its own; how many symbols, distances and lengths there are.
        start.Add(0, 1);
        start.Add(2, 2);
        start.Add(Symbols - 257, 5);
        start.Add(Distances - 1, 5);
        start.Add((uint)Order.Length - 4, 4);
        foreach (var length in Order)
        {
            start.Add((uint)lengthCode.Lengths[length], 3);
        }

        foreach (var length in lengths)
        {
            start.Add(lengthCode[length].Bits, lengthCode[length].Count);
        }

        return (start.ToArray(), start.Count);
    }
}
