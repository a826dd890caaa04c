using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Csv;

/// <summary>
/// Values that are more than a text, as they stand in a cell: in words, so that no spreadsheet takes them for a number or a date and writes
/// them anew.
/// </summary>
internal static partial class CsvTexts
{
    private const string Closed = "closed";

    private static readonly string[] Affirmative = ["yes", "true", "1", "да", "истина"];
    private static readonly string[] Negative = ["no", "false", "0", "нет", "ложь", ""];
    private static readonly string[] DayFormats = [OpeningException.DayFormat, "d.M.yyyy"];

    /// <summary>Slugs and tags, which hold no comma.</summary>
    public static string List(IEnumerable<string> items) => string.Join(", ", items);

    public static ImmutableArray<string> ReadList(string cell) => [.. cell.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Names, which may hold anything.</summary>
    public static string Names(IEnumerable<string> names) =>
        string.Join(" | ", names.Select(name => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)));

    public static ImmutableArray<string> ReadNames(string cell)
    {
        List<string> names = [];
        var name = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '|')
            {
                names.Add(name.ToString());
                name.Clear();
                continue;
            }

            i += cell[i] == '\\' && i + 1 < cell.Length && cell[i + 1] is '\\' or '|' ? 1 : 0;
            name.Append(cell[i]);
        }

        names.Add(name.ToString());
        return [.. names.Select(part => part.Trim()).Where(part => part.Length > 0)];
    }

    public static string Answer(bool yes) => yes ? "yes" : "no";

    public static bool TryReadAnswer(string cell, out bool yes)
    {
        yes = Affirmative.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase);
        return yes || Negative.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Which languages of a text are what, e.g. <c>en original, ru reviewed</c>.</summary>
    public static string Status(IEnumerable<TextWire> texts) => List(texts.Select(text => $"{text.Language} {text.Status.ToString()!.ToLowerInvariant()}"));

    public static bool TryReadStatus(string cell, [NotNullWhen(true)] out Dictionary<string, TranslationState>? states)
    {
        states = [];
        foreach (var part in ReadList(cell))
        {
            if (part.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var language, var word] || ReadWord<TranslationState>(word) is not { } state)
            {
                states = null;
                return false;
            }

            states[language] = state;
        }

        return true;
    }

    /// <summary>e.g. <c>Monday 09:00-13:00, 14:00-18:00; Friday 22:00-02:00</c>.</summary>
    public static string Week(ImmutableArray<DayWire> week)
    {
        var text = new StringBuilder();
        for (var i = 0; i < week.Length; i++)
        {
            var goesOn = i > 0 && week[i - 1].Day == week[i].Day;
            text.Append(i == 0 ? "" : goesOn ? ", " : "; ").Append(goesOn ? "" : $"{week[i].Day} ").Append(CultureInfo.InvariantCulture, $"{week[i].From}-{week[i].To}");
        }

        return text.ToString();
    }

    public static bool TryReadWeek(string cell, out ImmutableArray<DayWire> week)
    {
        List<DayWire> days = [];
        week = [];
        foreach (var part in cell.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(' ', 2) is not [var name, var hours] || ReadWord<DayOfWeek>(name.TrimEnd(':')) is not { } day || !TryReadRanges(hours, out var ranges))
            {
                return false;
            }

            days.AddRange(ranges.Select(range => new DayWire(day, range.From, range.To)));
        }

        week = [.. days];
        return true;
    }

    /// <summary>e.g. <c>10:00-12:00, 14:00-15:00</c>, or <c>closed</c>.</summary>
    public static string Ranges(ImmutableArray<RangeWire> ranges) => ranges.IsEmpty ? Closed : List(ranges.Select(range => $"{range.From}-{range.To}"));

    public static bool TryReadRanges(string cell, out ImmutableArray<RangeWire> ranges)
    {
        ranges = [];
        if (cell.Trim() is "" || cell.Trim().Equals(Closed, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var parts = cell.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(['-', '–', '—'], StringSplitOptions.TrimEntries)).ToList();
        ranges = [.. parts.Where(part => part.Length == 2).Select(part => new RangeWire(Time(part[0]), Time(part[1])))];
        return ranges.Length == parts.Count;
    }

    /// <summary>e.g. <c>2026-12-31 to 2027-01-08</c>; a single day, too, lest a spreadsheet take it for a date.</summary>
    public static string Days(OtherHoursWire other) => $"{other.From} to {other.To}";

    public static bool TryReadDays(string cell, out string from, out string to)
    {
        var parts = Until().Split(cell.Trim());
        (from, to) = (Day(parts[0]), Day(parts[^1]));
        return parts.Length <= 2 && from.Length > 0 && to.Length > 0;
    }

    public static T? ReadWord<T>(string word)
        where T : struct, Enum =>
        word.Length > 0 && char.IsLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var value) ? value : null;

    private static string Time(string text) => text.Length == 4 && text[1] == ':' ? $"0{text}" : text;

    private static string Day(string text) =>
        DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString(OpeningException.DayFormat, CultureInfo.InvariantCulture) : "";

    [GeneratedRegex(@"\s+(?:to|по|-|–|—)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Until();
}
