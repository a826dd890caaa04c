using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>Reads schedules of others: which of them hold every week, and what stands in one.</summary>
internal static class HsdsScheduleReading
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    // Of a schedule with anything else, such as a number of weeks or a remark, nobody knows when it holds.
    private static readonly FrozenSet<string> Weekly = FrozenSet.Create("freq", "interval", "byday", "wkst", "opens_at", "closes_at", "timezone", "description", "valid_from", "dtstart");
    private static readonly FrozenSet<string> OtherDays = FrozenSet.Create("valid_from", "valid_to", "opens_at", "closes_at", "timezone", "description");

    /// <summary>The days of the week of a schedule that holds now, every week and without an end; empty for any other.</summary>
    public static IReadOnlyList<DayOfWeek> WeekOf(JsonElement schedule, DateOnly today)
    {
        var days = schedule.Text("byday").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(day => Array.IndexOf(Days, day.ToUpperInvariant())).ToList();
        return schedule.Text("freq") == "WEEKLY" && IsEachWeek(schedule) && HasOnly(schedule, Weekly) && !days.Contains(-1) && HasBegun(schedule, "valid_from", today) && HasBegun(schedule, "dtstart", today)
            ? days.ConvertAll(day => (DayOfWeek)day)
            : [];
    }

    /// <summary>True for a schedule that is of certain days and says nothing that is not read.</summary>
    public static bool IsOfCertainDays(JsonElement schedule) => IsDay(schedule.Text("valid_from")) && IsDay(schedule.Text("valid_to")) && HasOnly(schedule, OtherDays);

    /// <summary>The time zone that a description ends with; null where it names none.</summary>
    public static string? ZoneIn(string description) =>
        description.Split(' ') is [.., var last] && last.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(last, out _) ? last : null;

    /// <summary>Everything that stands in it, for whoever decides.</summary>
    public static string Tell(JsonElement schedule) =>
        string.Join(", ", schedule.EnumerateObject().Where(field => !HsdsFields.IsOfTheRecord(field.Name) && field.Value.IsFilled()).Select(field => $"{field.Name}: {field.Value.Told()}"));

    private static bool HasOnly(JsonElement schedule, FrozenSet<string> read) => schedule.EnumerateObject().All(field => read.Contains(field.Name) || HsdsFields.IsOfTheRecord(field.Name) || !field.Value.IsFilled());

    private static bool IsEachWeek(JsonElement schedule) =>
        !schedule.TryGetProperty("interval", out var interval) || !interval.IsFilled() || (interval.ValueKind == JsonValueKind.Number && interval.TryGetInt32(out var weeks) && weeks == 1);

    private static bool HasBegun(JsonElement schedule, string name, DateOnly today) => !schedule.TryGetProperty(name, out var day) || !day.IsFilled() || (TryReadDay(schedule.Text(name), out var first) && first <= today);

    private static bool IsDay(string text) => TryReadDay(text, out _);

    private static bool TryReadDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, OpeningException.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
