namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>For each number from 0 a list of numbers, all in two arrays.</summary>
internal sealed class Postings
{
    private readonly int[] starts;
    private readonly int[] values;

    private Postings(int[] starts, int[] values)
    {
        this.starts = starts;
        this.values = values;
    }

    public ReadOnlySpan<int> this[int key] => values.AsSpan(starts[key], starts[key + 1] - starts[key]);

    /// <summary>Keeps the order in which each key's values came.</summary>
    /// <param name="keys">How many keys there are.</param>
    /// <param name="pairs">Keys and values.</param>
    public static Postings Of(int keys, ReadOnlySpan<(int Key, int Value)> pairs)
    {
        var starts = new int[keys + 1];
        foreach (var (key, _) in pairs)
        {
            starts[key + 1]++;
        }

        for (var key = 0; key < keys; key++)
        {
            starts[key + 1] += starts[key];
        }

        var values = new int[pairs.Length];
        var next = starts.AsSpan().ToArray();
        foreach (var (key, value) in pairs)
        {
            values[next[key]++] = value;
        }

        return new Postings(starts, values);
    }
}
