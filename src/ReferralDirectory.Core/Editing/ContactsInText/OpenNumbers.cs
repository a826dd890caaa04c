using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>Numbers that every description of a service has: times, days and years. Nobody can be called by them.</summary>
internal static class OpenNumbers
{
    /// <summary>Times, hours, days or years in a row that are still taken for what they look like: more could spell a number.</summary>
    private const int MaxItems = 3;

    private const string Clock = @"(?:[01]?[0-9]|2[0-4])[:.][0-5][05]";
    private const string Hour = @"(?:[01]?[0-9]|2[0-4])";
    private const string Year = @"(?:19|20)[0-9]{2}";
    private const string Dash = @"\s*[-–—−]\s*";

    // A letter between them is a preposition: с, в, и, г.
    private static readonly Regex Between = Linear(@"^[\s,;.()]*(?:\p{L}?[\s,;.()]*)?");

    private static readonly Regex Item = Linear(
        $@"^(?:(?:0?[1-9]|[12][0-9]|3[01])[./](?:0?[1-9]|1[0-2])[./]{Year}|{Year}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])|{Clock}{Dash}{Clock}|{Clock}|{Year}(?:{Dash}|/){Year}|{Year}|{Hour}{Dash}{Hour}|24\s*/\s*7)(?:[^0-9\p{{L}}]|$)");

    private static readonly Regex Clocks = Linear($@"^({Clock})(?:{Dash}({Clock}))?$");

    private static readonly Regex AnHour = Linear($@"^({Hour}){Dash}({Hour})$");

    private static readonly Regex ALaw = Linear(@"^\s*[-–—]?\s*(?:фз|fz)\b");

    // 18–25 лет.
    private static readonly Regex ARange = Linear($@"^[0-9]{{1,2}}{Dash}[0-9]{{1,2}}$");

    private static readonly Regex Unit = Linear(@"^\s*(?:лет|год|дн|сут|час|нед|мес|чел|years|days|hours|weeks|months|people|places|beds)");

    /// <summary>True where the run is such numbers and nothing else.</summary>
    public static bool Are(NumberRun run)
    {
        var (rest, since) = (run.Text, -1);
        for (var items = 0; items < MaxItems; items++)
        {
            var found = Item.Match(rest).Value;
            // The pattern takes along what stands behind an item.
            var item = found.Length > 0 && !char.IsAsciiDigit(found[^1]) ? found[..^1] : found;
            if (item.Length == 0 || !IsInOrder(item, ref since))
            {
                return false;
            }

            rest = rest[item.Length..];
            if (rest.Length == 0)
            {
                return true;
            }

            rest = rest[Between.Match(rest).Length..];
        }

        return false;
    }

    /// <summary>True where the run ends in the number of a law.</summary>
    public static bool IsLaw(NumberRun run) => run.Digits.Length <= 3 && ALaw.IsMatch(run.After);

    /// <summary>True where the run is ages, days or the like, from and to.</summary>
    public static bool AreAmounts(NumberRun run) => ARange.IsMatch(run.Text) && Unit.IsMatch(run.After);

    // What is open closes after it opened, and one hour follows the other; of a telephone number that is seldom true.
    private static bool IsInOrder(string item, ref int since)
    {
        if (AnHour.Match(item) is { Success: true } hours)
        {
            return Number(hours.Groups[1].Value) < Number(hours.Groups[2].Value);
        }

        var clocks = Clocks.Match(item) is { Success: true } match ? match.Groups.Values.Skip(1).Where(clock => clock.Success).Select(clock => Minutes(clock.Value)).ToList() : [];
        switch (clocks)
        {
            case [var opens, var closes]:
                return opens < closes;
            case [var alone]:
                (var before, since) = (since, alone);
                return before < alone;
            default:
                return true;
        }
    }

    private static int Minutes(string clock)
    {
        var parts = clock.Split(':', '.');
        return (Number(parts[0]) * 60) + Number(parts[1]);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static Regex Linear(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
