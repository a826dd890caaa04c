using System.Buffers.Binary;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Finds what a text repeats of itself and of others. Searching changes nothing, adding does.</summary>
internal sealed class RepetitionFinder
{
    // A shorter one takes more bits than its bytes.
    private const int ShortestWorthwhile = 6;

    // Writing one whose distance is not known takes longer than bits that are.
    private const int ShortestOfOthers = sizeof(ulong);

    // Of places where the same stands, the latest are compared.
    private const int MostCompared = 8;

    private readonly List<(byte[] Text, bool OnlyWhole)> sources = [];

    // By what stands there, as long as the shortest repetition.
    private readonly Dictionary<ulong, List<(int Source, int Offset)>> places = [];

    /// <summary>Texts added.</summary>
    public int Count => sources.Count;

    /// <summary>True for a text that is as long as a single repetition may be, and longer than its bits.</summary>
    public static bool IsWorthwhile(byte[] text) => text.Length is >= ShortestOfOthers and <= PageCode.LongestRepetition;

    /// <summary>What <see cref="Add"/> was told of the text of a number.</summary>
    public bool IsOnlyWhole(int number) => sources[number].OnlyWhole;

    /// <summary>Adds a text that later ones may repeat.</summary>
    /// <param name="text">The text.</param>
    /// <param name="onlyWhole">True for a text that does not stand on every page: it can be written in place of its repetition.</param>
    /// <returns>Its number.</returns>
    public int Add(byte[] text, bool onlyWhole)
    {
        sources.Add((text, onlyWhole));
        for (var offset = 0; offset <= (onlyWhole ? 0 : text.Length - ShortestOfOthers); offset++)
        {
            var start = StartOf(text, offset);
            if (!places.TryGetValue(start, out var same))
            {
                places[start] = same = [];
            }

            if (same.Count == MostCompared)
            {
                same.RemoveAt(0);
            }

            same.Add((sources.Count - 1, offset));
        }

        return sources.Count - 1;
    }

    /// <summary>The steps by which the text is written.</summary>
    public PageStep[] Split(byte[] text)
    {
        var steps = new List<PageStep>();
        var own = new OwnPlaces(text);
        var literals = 0;
        for (var at = 0; at < text.Length;)
        {
            var (source, offset, length) = LongestAt(text, at, own);
            if (length == 0)
            {
                literals++;
                length = 1;
            }
            else
            {
                steps.Add(new PageStep(literals, source, offset, length));
                literals = 0;
            }

            own.Note(at, at + length);
            at += length;
        }

        return literals > 0 ? [.. steps, new PageStep(literals, PageStep.Itself, 0, 0)] : [.. steps];
    }

    private (int Source, int Offset, int Length) LongestAt(byte[] text, int at, OwnPlaces own)
    {
        var longest = (Source: PageStep.Itself, Offset: 0, Length: 0);
        if (at + ShortestOfOthers > text.Length)
        {
            return longest;
        }

        foreach (var (source, offset) in places.GetValueOrDefault(StartOf(text, at)) ?? [])
        {
            var (repeated, onlyWhole) = sources[source];
            var length = LengthAt(text, at, repeated, offset);
            // Of two as long, the one that is surely on the page: it was added later.
            if (length >= Math.Max(longest.Length, ShortestOfOthers) && (!onlyWhole || length == repeated.Length))
            {
                longest = (source, offset, length);
            }
        }

        var before = own.Before(at);
        var ownLength = before < 0 || at - before > PageCode.Farthest ? 0 : LengthAt(text, at, text, before);
        return ownLength >= Math.Max(longest.Length, ShortestWorthwhile) ? (PageStep.Itself, before, ownLength) : longest;
    }

    private static int LengthAt(byte[] text, int at, byte[] repeated, int offset) =>
        repeated.AsSpan(offset).CommonPrefixLength(text.AsSpan(at, Math.Min(PageCode.LongestRepetition, text.Length - at)));

    private static ulong StartOf(byte[] text, int at) => BinaryPrimitives.ReadUInt64LittleEndian(text.AsSpan(at));
}
