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

    /// <summary>For each step the bits of its literals: the element they begin at, and how many they are.</summary>
    internal (int From, int Count)[] Literals { get; private set; } = [];

    internal ulong[] Bits { get; private set; } = [];

    internal PageText In(PageCode code)
    {
        var bits = new BitText();
        var at = 0;
        Literals = new (int, int)[Steps.Length];
        for (var i = 0; i < Steps.Length; i++)
        {
            bits.Align();
            var (from, before) = (bits.ElementCount, bits.Count);
            foreach (var value in Html.AsSpan(at, Steps[i].Literals))
            {
                bits.Add(code[value].Bits, code[value].Count);
            }

            Literals[i] = (from, bits.Count - before);
            at += Steps[i].Literals + Steps[i].Length;
        }

        Bits = bits.ToArray();
        return this;
    }
}
