using System.Globalization;

namespace ReferralDirectory.Core.Search.Indexing;

/// <summary>Finds numbers by any part of four digits on: by the rarest four digits of what is asked, then by all of it.</summary>
internal sealed class PhoneIndex
{
    /// <summary>Digits a part must have; fewer stand in too many numbers.</summary>
    public const int ShortestPart = 4;

    private readonly string[] numbers;
    private readonly int[] documents;
    private readonly Postings numbersByPart;

    private PhoneIndex(string[] numbers, int[] documents, Postings numbersByPart)
    {
        this.numbers = numbers;
        this.documents = documents;
        this.numbersByPart = numbersByPart;
    }

    /// <param name="numbers">In E.164, with their documents ascending.</param>
    public static PhoneIndex Of(IReadOnlyList<(int Document, string E164)> numbers)
    {
        var written = new string[numbers.Count];
        var parts = new List<(int Part, int Number)>();
        var seen = new HashSet<int>();
        for (var number = 0; number < written.Length; number++)
        {
            written[number] = WaysToDial(numbers[number].E164);
            seen.Clear();
            for (var i = 0; i + ShortestPart <= written[number].Length; i++)
            {
                if (PartAt(written[number], i) is { } part && seen.Add(part))
                {
                    parts.Add((part, number));
                }
            }
        }

        return new PhoneIndex(written, [.. numbers.Select(number => number.Document)], Postings.Of(10_000, parts.ToArray()));
    }

    /// <summary>Documents with a number that has these digits in it.</summary>
    /// <param name="digits">Any number of them; fewer than <see cref="ShortestPart"/> find nothing.</param>
    /// <param name="found">Gets the documents, ascending, perhaps more than once.</param>
    public void Find(string digits, List<int> found)
    {
        if (digits.Length < ShortestPart)
        {
            return;
        }

        var rarest = numbersByPart[PartAt(digits, 0)!.Value];
        for (var i = 1; i + ShortestPart <= digits.Length; i++)
        {
            var candidates = numbersByPart[PartAt(digits, i)!.Value];
            rarest = candidates.Length < rarest.Length ? candidates : rarest;
        }

        foreach (var number in rarest)
        {
            if (numbers[number].Contains(digits, StringComparison.Ordinal))
            {
                found.Add(documents[number]);
            }
        }
    }

    /// <summary>True where the number has these digits in it, dialled from anywhere.</summary>
    public static bool IsPartOf(string digits, string e164) => WaysToDial(e164).Contains(digits, StringComparison.Ordinal);

    // Within Russia and Kazakhstan one dials 8 for +7.
    private static string WaysToDial(string e164) => e164.StartsWith("+7", StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"{e164.AsSpan(1)} 8{e164.AsSpan(2)}")
        : e164[1..];

    private static int? PartAt(string digits, int start) =>
        int.TryParse(digits.AsSpan(start, ShortestPart), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : null;
}
