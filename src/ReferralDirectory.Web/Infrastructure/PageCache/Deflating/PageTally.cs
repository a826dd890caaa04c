namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Counts what pages would be written with.</summary>
/// <param name="texts">What they are made of.</param>
internal sealed class PageTally(PageTexts texts)
{
    /// <summary>How often each byte stands for itself.</summary>
    public int[] Bytes { get; } = new int[256];

    /// <summary>How often something of each length, from 0, is repeated.</summary>
    public int[] Lengths { get; } = new int[PageCode.LongestRepetition + 1];

    /// <summary>How often each symbol of a distance is needed.</summary>
    public int[] Distances { get; } = new int[PageCode.Distances];

    /// <summary>Counts one more page, as <see cref="PageBlock"/> writes it.</summary>
    /// <param name="page">All of it.</param>
    /// <param name="parts">Which prepared texts stand where on it.</param>
    public void Add(ReadOnlySpan<byte> page, ReadOnlySpan<(PageText Text, int Start)> parts)
    {
        var starts = new int[texts.Count];
        starts.AsSpan().Fill(-1);
        var at = 0;
        foreach (var (text, start) in parts)
        {
            Count(page[at..start]);
            Count(page, text, start, starts);
            at = start + text.Html.Length;
        }

        Count(page[at..]);
    }

    private void Count(ReadOnlySpan<byte> page, PageText text, int start, int[] starts)
    {
        if (text.Number >= 0)
        {
            starts[text.Number] = start;
        }

        var at = start;
        foreach (var step in text.Steps)
        {
            Count(page.Slice(at, step.Literals));
            at += step.Literals;
            if (step.Length > 0)
            {
                Count(page, at, step, start, starts);
                at += step.Length;
            }
        }
    }

    private void Count(ReadOnlySpan<byte> page, int at, PageStep step, int start, int[] starts)
    {
        var source = step.Source == PageStep.Itself ? start : starts[step.Source];
        var distance = at - source - step.Offset;
        if ((step.Source == PageStep.Itself || source >= 0) && distance <= PageCode.Farthest)
        {
            Lengths[step.Length]++;
            Distances[PageCode.SymbolOfDistance(distance).Symbol]++;
        }
        else if (texts.InsteadOf(step.Source) is { } text)
        {
            Count(page, text, at, starts);
        }
        else
        {
            Count(page.Slice(at, step.Length));
        }
    }

    private void Count(ReadOnlySpan<byte> literals)
    {
        foreach (var value in literals)
        {
            Bytes[value]++;
        }
    }
}
