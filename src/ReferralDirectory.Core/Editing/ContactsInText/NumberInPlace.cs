namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>A number of a text, and what the text says that it is.</summary>
/// <param name="Value">The same, however its digits are grouped.</param>
/// <param name="Before">The words in front; none where nobody would call it.</param>
/// <param name="After">The words behind, of its sentence; none where nobody would call it.</param>
internal sealed record NumberInPlace(string Value, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <summary>Letters of a word in which one may be mended.</summary>
    private const int MendedOnce = 4;

    /// <summary>Letters of a word in which two may be mended.</summary>
    private const int MendedTwice = 8;

    /// <summary>True where the words beside it are the same, but for slips of the pen.</summary>
    public bool MeansTheSameAs(NumberInPlace other) => AreAlike(Before, other.Before) && AreAlike(After, other.After);

    private static bool AreAlike(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
        some.Count == others.Count && some.Zip(others).All(pair => pair.First == pair.Second || Distance(pair.First, pair.Second) <= Math.Min(Slips(pair.First), Slips(pair.Second)));

    // In a short word each letter counts: не is not мы.
    private static int Slips(string word) => word.Length switch
    {
        < MendedOnce => 0,
        < MendedTwice => 1,
        _ => 2,
    };

    /// <summary>Letters to be put in, left out or changed.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            (var diagonal, row[0]) = (row[0], i);
            for (var j = 1; j <= to.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
