namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>How many slips lie between two words: a letter wrong, missing, too many, or two changed round.</summary>
internal static class EditDistance
{
    /// <summary>Longer words are not compared: nobody mistypes them, and the work grows with the square.</summary>
    public const int LongestWord = 64;

    /// <returns>More than <paramref name="most"/> where it takes more slips than that, without saying how many.</returns>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || Math.Max(a.Length, b.Length) > LongestWord)
        {
            return most + 1;
        }

        var common = a.CommonPrefixLength(b);
        a = a[common..];
        b = b[common..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        if (a.Length == 0 || b.Length == 0)
        {
            return Math.Max(a.Length, b.Length);
        }

        // Three rows of the table: this one, the one before, and for changed-round letters the one before that.
        Span<byte> rows = stackalloc byte[3 * (LongestWord + 1)];
        var older = rows[..(b.Length + 1)];
        var old = rows.Slice(LongestWord + 1, b.Length + 1);
        var row = rows.Slice(2 * (LongestWord + 1), b.Length + 1);
        for (var j = 0; j <= b.Length; j++)
        {
            old[j] = (byte)j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = (byte)i;
            int best = row[0];
            for (var j = 1; j <= b.Length; j++)
            {
                var slips = Math.Min(Math.Min(old[j], row[j - 1]) + 1, old[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    slips = Math.Min(slips, older[j - 2] + 1);
                }

                row[j] = (byte)slips;
                best = Math.Min(best, slips);
            }

            if (best > most)
            {
                return most + 1;
            }

            var free = older;
            older = old;
            old = row;
            row = free;
        }

        return old[b.Length];
    }
}
