using System.Text.RegularExpressions;

namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>The numbers of a field that two people look at, each with the words beside it.</summary>
internal static class NumbersInPlace
{
    /// <summary>Digits that can be called in every country: 112.</summary>
    private const int ShortestNumber = 3;

    private const int YearLength = 4;

    /// <summary>Characters among which the words beside a number are looked for.</summary>
    private const int Reach = 100;

    private const int WordsBefore = 3;

    private const int WordsAfter = 2;

    /// <summary>What a telephone knows besides digits: *100#, +7.</summary>
    private const string Keys = "*#+";

    // What makes a text bold, or escapes a character, is not seen.
    private static readonly Regex Markup = Linear(@"\*{2,}|_{2,}|\\");

    // Between parts of one number: however it is grouped, it is dialled the same.
    private static readonly Regex Grouping = Linear(@"[\s()\[\]_~`'""]+");

    private static readonly Regex Dash = Linear(@"[-–—−]+");

    private static readonly Regex Word = Linear(@"\p{L}+");

    /// <summary>In the order of the text.</summary>
    /// <param name="plain">As <see cref="PlainText"/> gives it.</param>
    /// <param name="isEachDigit">True where times, years, amounts and articles count as well; only numbers of few words do not.</param>
    public static List<NumberInPlace> In(string plain, bool isEachDigit)
    {
        var text = Markup.Replace(plain, "");
        return [.. NumberReader.Runs(text).Select(run => Read(text, run, isEachDigit)).OfType<NumberInPlace>()];
    }

    private static NumberInPlace? Read(string text, NumberRun run, bool isEachDigit)
    {
        var end = run.Start + run.Text.Length;
        var (first, last) = (KeyAt(text, run.Start - 1), KeyAt(text, end));
        var hasKeys = first.Length + last.Length > 0;
        var isOpen = OpenNumbers.Are(run) || OpenNumbers.AreAmounts(run);
        // A number of four digits may look like a year.
        var isDialled = run.Digits.Length >= ShortestNumber && (!isOpen || (run.Text.Length == YearLength && run.Digits == run.Text));
        if (!hasKeys && !isDialled && !(isEachDigit && run.Text.Any(char.IsAsciiDigit)))
        {
            return null;
        }

        var compact = Grouping.Replace(run.Text, "");
        // In hours and years a dash is no grouping.
        var value = first + (isOpen ? compact : Dash.Replace(compact, "")) + last;
        return !isOpen && (hasKeys || isDialled || run.Digits[0] == '0') && !OpenNumbers.IsLaw(run)
            ? new NumberInPlace(value, [.. Word.Matches(text[Math.Max(0, run.Start - Reach)..run.Start]).Select(word => word.Value).TakeLast(WordsBefore)], [.. Word.Matches(RestOfSentence(text, end)).Select(word => word.Value).Take(WordsAfter)])
            : new NumberInPlace(value, [], []);
    }

    private static string KeyAt(string text, int at) => at >= 0 && at < text.Length && Keys.Contains(text[at]) ? text[at].ToString() : "";

    private static string RestOfSentence(string text, int start)
    {
        var rest = text[start..Math.Min(text.Length, start + Reach)];
        var end = rest.AsSpan().IndexOfAny(".!?;\n");
        return end < 0 ? rest : rest[..end];
    }

    private static Regex Linear(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
