using System.Numerics;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Finds what a text repeats of itself and of others. Searching changes nothing, adding does.</summary>
internal sealed class RepetitionFinder
{
    // A shorter one takes more bits than its bytes.
    private const int ShortestOfOthers = 5;

    // Of places where the same stands, the latest are compared.
    private const int MostCompared = 8;

    // Within a repetition of that many bytes no other is looked for.
    private const int LongEnough = 32;

    // Bits as they are on most pages: of a byte; of a repetition, without those of its distance; of one whose distance is not known.
    private const int UsualByte = 8;
    private const int UsualRepetition = 10;
    private const int RepetitionOfOthers = 24;

    // What is not on every page may have to be written in place of its repetition.
    private const int PerhapsAbsent = 2;

    private readonly List<(byte[] Text, bool OnlyWhole)> sources = [];

    // By what stands there, as long as the shortest repetition.
    private readonly Dictionary<ulong, List<(int Source, int Offset)>> places = [];

    /// <summary>Texts added.</summary>
    public int Count => sources.Count;

    /// <summary>True for a text that is as long as a single repetition may be, and longer than its bits.</summary>
    public static bool IsWorthwhile(byte[] text) => text.Length is >= ShortestOfOthers and <= PageCode.LongestRepetition;

    /// <summary>Adds a text that later ones may repeat.</summary>
    /// <param name="text">The text.</param>
    /// <param name="onlyWhole">True for a text that does not stand on every page: it can be written in place of its repetition.</param>
    /// <returns>Its number.</returns>
    public int Add(byte[] text, bool onlyWhole)
    {
        sources.Add((text, onlyWhole));
        for (var offset = 0; offset <= (onlyWhole ? 0 : text.Length - ShortestOfOthers); offset++)
        {
            var start = StartOf(text.AsSpan(offset));
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

    /// <summary>The steps by which a text is written in the fewest bits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="code">What it will be written in; null where that is not known yet.</param>
    /// <param name="isEarly">True for a text that stands before whatever is not on every page.</param>
    public PageStep[] Split(byte[] text, PageCode? code, bool isEarly = false) => Split(text, 0, text.Length, new OwnPlaces(text), code, isEarly);

    /// <summary>The steps by which a part of a text is written in the fewest bits, where all before it stands on the page.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="from">Where the part begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="own">Knows the parts before, and gets to know this one.</param>
    /// <param name="code">What it will be written in; null where that is not known yet.</param>
    /// <param name="isEarly">True for a text that stands before whatever is not on every page.</param>
    public PageStep[] Split(byte[] text, int from, int to, OwnPlaces own, PageCode? code, bool isEarly)
    {
        // The cheapest way to each place, and the last step of it: a byte that stands for itself has length 1.
        var costs = new int[to - from + 1];
        var ways = new (int Source, int Offset, int Length)[costs.Length];
        costs.AsSpan(1).Fill(int.MaxValue);
        var longAsItIs = from;
        for (var at = from; at < to; at++)
        {
            Reach(at + 1, (PageStep.Itself, 0, 1), at, code?[text[at]].Count ?? UsualByte);
            if (at >= longAsItIs)
            {
                FindAt(at);
            }

            own.Note(at);
        }

        return StepsOf(ways, from, to);

        void Reach(int place, (int Source, int Offset, int Length) way, int at, int bits)
        {
            var cost = costs[at - from] + bits;
            if (cost < costs[place - from])
            {
                (costs[place - from], ways[place - from]) = (cost, way);
            }
        }

        void FindAt(int at)
        {
            var rest = text.AsSpan(at, Math.Min(PageCode.LongestRepetition, to - at));
            if (rest.Length >= ShortestOfOthers)
            {
                foreach (var (source, offset) in places.GetValueOrDefault(StartOf(rest)) ?? [])
                {
                    var (repeated, onlyWhole) = sources[source];
                    var length = rest.CommonPrefixLength(repeated.AsSpan(offset));
                    if (length >= ShortestOfOthers && (!onlyWhole || (!isEarly && length == repeated.Length)))
                    {
                        Reach(at + length, (source, offset, length), at, RepetitionOfOthers + (onlyWhole ? PerhapsAbsent : 0));
                        longAsItIs = length >= LongEnough ? at + length : longAsItIs;
                    }
                }
            }

            if (rest.Length < PageCode.ShortestRepetition)
            {
                return;
            }

            var longest = 0;
            var compared = 0;
            for (var before = own.Before(at); before >= 0 && at - before <= PageCode.Farthest && compared < MostCompared; before = own.BeforeNoted(before))
            {
                compared++;
                var length = rest.CommonPrefixLength(text.AsSpan(before));
                // Of two as long, the nearer.
                if (length > Math.Max(longest, PageCode.ShortestRepetition - 1))
                {
                    longest = length;
                    Reach(at + length, (PageStep.Itself, before, length), at, code?.Repetition(length, at - before).Count ?? UsualRepetition + BitOperations.Log2((uint)(at - before)));
                }
            }

            longAsItIs = longest >= LongEnough ? at + longest : longAsItIs;
        }
    }

    private static PageStep[] StepsOf((int Source, int Offset, int Length)[] ways, int from, int to)
    {
        var steps = new List<PageStep>();
        var literals = 0;
        for (var at = to - from; at > 0; at -= ways[at].Length)
        {
            var (source, offset, length) = ways[at];
            if (length == 1)
            {
                literals++;
                continue;
            }

            Add(literals);
            steps.Add(new PageStep(0, source, source == PageStep.Itself ? offset - from : offset, length));
            literals = 0;
        }

        Add(literals);
        steps.Reverse();
        return [.. steps];

        // Those before a repetition belong to its step.
        void Add(int literals)
        {
            if (steps.Count > 0)
            {
                steps[^1] = steps[^1] with { Literals = literals };
            }
            else if (literals > 0)
            {
                steps.Add(new PageStep(literals, PageStep.Itself, 0, 0));
            }
        }
    }

    private static ulong StartOf(ReadOnlySpan<byte> text)
    {
        var start = 0UL;
        for (var i = 0; i < ShortestOfOthers; i++)
        {
            start = (start << 8) | text[i];
        }

        return start;
    }
}
