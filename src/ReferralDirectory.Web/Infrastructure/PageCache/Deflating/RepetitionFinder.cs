using System.Buffers.Binary;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Finds what a text repeats of itself and of others. Searching changes nothing, adding does.</summary>
internal sealed class RepetitionFinder
{
    // A shorter one takes more bits than its bytes.
    private const int ShortestWorthwhile = 6;

    // Writing one whose distance is not known takes longer than bits that are.
    private const int ShortestOfOthers = 8;

    // As many places of the same four bytes are compared; the texts are short.
    private const int MostCompared = 64;

    private readonly List<(byte[] Text, bool OnlyWhole)> sources = [];
    private readonly Dictionary<uint, List<(int Source, int Offset)>> places = [];

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
        for (var offset = 0; offset <= (onlyWhole ? 0 : text.Length - sizeof(uint)); offset++)
        {
            NoteIn(places, text, sources.Count - 1, offset);
        }

        return sources.Count - 1;
    }

    /// <summary>The steps by which the text is written.</summary>
    public PageStep[] Split(byte[] text)
    {
        var steps = new List<PageStep>();
        var own = new Dictionary<uint, List<(int Source, int Offset)>>();
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

            for (; length > 0; length--, at++)
            {
                if (at + sizeof(uint) <= text.Length)
                {
                    NoteIn(own, text, PageStep.Itself, at);
                }
            }
        }

        return literals > 0 ? [.. steps, new PageStep(literals, PageStep.Itself, 0, 0)] : [.. steps];
    }

    private (int Source, int Offset, int Length) LongestAt(byte[] text, int at, Dictionary<uint, List<(int Source, int Offset)>> own)
    {
        var longest = (Source: 0, Offset: 0, Length: 0);
        if (at + ShortestWorthwhile <= text.Length)
        {
            var start = StartOf(text, at);
            foreach (var (source, offset) in (places.GetValueOrDefault(start) ?? []).Concat((own.GetValueOrDefault(start) ?? []).TakeLast(MostCompared)))
            {
                var length = LengthAt(text, at, source, offset);
                // Of two as long, the one that is surely on the page: it was added later.
                longest = length >= Math.Max(longest.Length, ShortestWorthwhile) ? (source, offset, length) : longest;
            }
        }

        return longest;
    }

    private int LengthAt(byte[] text, int at, int source, int offset)
    {
        if (source == PageStep.Itself && at - offset > PageCode.Farthest)
        {
            return 0;
        }

        var (repeated, onlyWhole) = source == PageStep.Itself ? (text, false) : sources[source];
        var most = Math.Min(PageCode.LongestRepetition, text.Length - at);
        var length = repeated.AsSpan(offset).CommonPrefixLength(text.AsSpan(at, most));
        return (onlyWhole && length < repeated.Length) || (source != PageStep.Itself && length < ShortestOfOthers) ? 0 : length;
    }

    private static void NoteIn(Dictionary<uint, List<(int Source, int Offset)>> places, byte[] text, int source, int offset)
    {
        var start = StartOf(text, offset);
        if (!places.TryGetValue(start, out var same))
        {
            places[start] = same = [];
        }

        same.Add((source, offset));
    }

    private static uint StartOf(byte[] text, int at) => BinaryPrimitives.ReadUInt32LittleEndian(text.AsSpan(at));
}
