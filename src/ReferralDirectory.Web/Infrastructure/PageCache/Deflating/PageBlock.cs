using System.Buffers;
using System.Runtime.CompilerServices;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Writes a page as one block of DEFLATE. A text that stands on the page already is repeated from there.</summary>
/// <remarks>Its loops are optimised when they are first compiled: code made ahead of time is twice as slow here.</remarks>
internal ref struct PageBlock
{
    private readonly PageTexts texts;
    private readonly PageCode code;
    private readonly ReadOnlySpan<byte> page;
    private readonly int[] starts;
    private BitWriter bits;

    /// <param name="texts">What the page is made of.</param>
    /// <param name="page">All of it.</param>
    /// <param name="room">Gets the block.</param>
    private PageBlock(PageTexts texts, ReadOnlySpan<byte> page, Span<byte> room)
    {
        this.texts = texts;
        code = texts.Code;
        this.page = page;
        bits = new BitWriter(room);
        starts = ArrayPool<int>.Shared.Rent(texts.Count);
        starts.AsSpan(0, texts.Count).Fill(-1);
    }

    /// <summary>Bytes that a page takes at most, with the room that is needed beyond its end.</summary>
    public static int LargestFor(int page) => (2 * page) + 1024;

    /// <param name="texts">What the page is made of.</param>
    /// <param name="page">All of it.</param>
    /// <param name="parts">Which prepared texts stand where on it.</param>
    /// <param name="room">Gets the block, and what ends a stream.</param>
    /// <returns>Bytes written.</returns>
    public static int Write(PageTexts texts, ReadOnlySpan<byte> page, ReadOnlySpan<(PageText Text, int Start)> parts, Span<byte> room)
    {
        var block = new PageBlock(texts, page, room);
        block.bits.Write(block.code.Start.Bits, block.code.Start.Count);
        var at = 0;
        foreach (var (text, start) in parts)
        {
            block.WriteBytes(at, start);
            block.WriteText(text, start);
            at = start + text.Html.Length;
        }

        block.WriteBytes(at, page.Length);
        return block.End();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteBytes(int from, int to)
    {
        var writer = bits;
        foreach (var value in page[from..to])
        {
            var (literal, count) = code[value];
            writer.Write(literal, count);
        }

        bits = writer;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteText(PageText text, int start)
    {
        if (text.Number >= 0)
        {
            starts[text.Number] = start;
        }

        // A copy: it stays in the processor's registers, which makes writing several times faster.
        var writer = bits;
        var at = start;
        foreach (ref readonly var run in text.Runs.AsSpan())
        {
            writer.Write(text.Bits.AsSpan(run.From), run.BitCount);
            at += run.Length;
            var length = run.Then.Length;
            if (length == 0)
            {
                continue;
            }

            var source = starts[run.Then.Source];
            var distance = at - source - run.Then.Offset;
            if (source >= 0 && distance <= PageCode.Farthest)
            {
                var (repetition, count) = code.Repetition(length, distance);
                writer.Write(repetition, count);
            }
            else
            {
                bits = writer;
                WriteInstead(run.Then.Source, at, length);
                writer = bits;
            }

            at += length;
        }

        bits = writer;
    }

    // What would be repeated is not on the page yet, or too far back.
    private void WriteInstead(int source, int at, int length)
    {
        if (texts.InsteadOf(source) is { } text)
        {
            WriteText(text, at);
        }
        else
        {
            WriteBytes(at, at + length);
        }
    }

    private int End()
    {
        bits.Write(code.End.Bits, code.End.Count);
        // RFC 1951, 3.2.6: a last block that holds nothing.
        bits.Write(3, 10);
        ArrayPool<int>.Shared.Return(starts);
        return bits.End();
    }
}
