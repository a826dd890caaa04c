namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>
/// A text that stands on many pages, with all that can be worked out of its compressed form before it is known what else
/// stands there: what it repeats, and the bits of what it does not.
/// </summary>
public sealed class PageText
{
    internal PageText(byte[] html, int number, PageStep[] steps)
    {
        Html = html;
        Number = number;
        Steps = steps;
    }

    /// <summary>UTF-8.</summary>
    public byte[] Html { get; }

    /// <summary>Among texts that others repeat; -1 where none does.</summary>
    internal int Number { get; }

    internal PageStep[] Steps { get; }

    /// <summary>How it is written; known once its texts are complete.</summary>
    internal PageRun[] Runs { get; private set; } = [];

    /// <summary>Of all runs.</summary>
    internal ulong[] Bits { get; private set; } = [];

    // What a text repeats of itself is always as far away, so that its bits are known, too.
    internal PageText In(PageCode code)
    {
        var runs = new List<PageRun>();
        var bits = new BitText();
        var (from, before) = bits.StartElement();
        var (at, start) = (0, 0);
        foreach (var step in Steps)
        {
            foreach (var value in Html.AsSpan(at, step.Literals))
            {
                bits.Add(code[value].Bits, code[value].Count);
            }

            at += step.Literals;
            if (step.Source == PageStep.Itself && step.Length > 0)
            {
                var (repetition, count) = code.Repetition(step.Length, at - step.Offset);
                bits.Add(repetition, count);
            }
            else
            {
                runs.Add(new PageRun(from, bits.Count - before, at - start, step));
                (from, before) = bits.StartElement();
                start = at + step.Length;
            }

            at += step.Length;
        }

        if (at > start)
        {
            runs.Add(new PageRun(from, bits.Count - before, at - start, default));
        }

        Runs = [.. runs];
        Bits = bits.ToArray();
        return this;
    }
}
