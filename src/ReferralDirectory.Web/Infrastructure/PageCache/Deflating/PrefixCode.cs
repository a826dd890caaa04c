namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>A Huffman code as DEFLATE has them (RFC 1951, 3.2.2): frequent symbols get short codes.</summary>
internal sealed class PrefixCode
{
    private readonly (uint Bits, int Count)[] codes;

    private PrefixCode(int[] lengths)
    {
        Lengths = lengths;
        codes = new (uint, int)[lengths.Length];
        var code = 0u;
        for (var length = 1; length <= lengths.Max(); length++)
        {
            code <<= 1;
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    codes[symbol] = (Turn(code++, length), length);
                }
            }
        }
    }

    /// <summary>Bits of each symbol's code; 0 where it has none.</summary>
    public int[] Lengths { get; }

    /// <summary>The code of a symbol, its first bit lowest.</summary>
    public (uint Bits, int Count) this[int symbol] => codes[symbol];

    /// <param name="frequencies">Of each symbol; one that does not occur gets no code.</param>
    /// <param name="longest">Bits of the longest code at most.</param>
    public static PrefixCode For(IReadOnlyList<int> frequencies, int longest)
    {
        var lengths = Lay(frequencies);
        while (lengths.Max() > longest)
        {
            // The nearer frequencies are to each other, the nearer are lengths.
            frequencies = [.. frequencies.Select(frequency => (frequency + 1) / 2)];
            lengths = Lay(frequencies);
        }

        return new PrefixCode(lengths);
    }

    private static int[] Lay(IReadOnlyList<int> frequencies)
    {
        var lengths = new int[frequencies.Count];
        var trees = new PriorityQueue<List<int>, (long Frequency, int Order)>();
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (frequencies[symbol] > 0)
            {
                trees.Enqueue([symbol], (frequencies[symbol], symbol));
            }
        }

        // The two rarest trees become one, and their symbols' codes a bit longer.
        for (var order = lengths.Length; trees.Count > 1; order++)
        {
            trees.TryDequeue(out var one, out var rarest);
            trees.TryDequeue(out var other, out var next);
            List<int> both = [.. one!, .. other!];
            both.ForEach(symbol => lengths[symbol]++);
            trees.Enqueue(both, (rarest.Frequency + next.Frequency, order));
        }

        return lengths;
    }

    private static uint Turn(uint code, int length)
    {
        var turned = 0u;
        for (var i = 0; i < length; i++, code >>= 1)
        {
            turned = (turned << 1) | (code & 1);
        }

        return turned;
    }
}
