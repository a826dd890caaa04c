using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>When a schedule of the standard opens and closes, as the clocks of a time zone show it.</summary>
/// <param name="Opens">As <c>09:00</c>.</param>
/// <param name="Closes">As <c>18:00</c>.</param>
/// <param name="DaysLater">How many days after the schedule's own day that is: told in UTC, an evening may be a morning there.</param>
internal sealed partial record HsdsTimes(string Opens, string Closes, int DaysLater)
{
    private const int Day = 24 * 60;

    /// <param name="schedule">The record.</param>
    /// <param name="zone">IANA name: whose clocks.</param>
    /// <param name="isNamed">The schedules themselves name the zone: then another offset than its own contradicts them.</param>
    /// <param name="now">For a year from now on the zone must have one offset, where a time is told by another. UTC.</param>
    /// <returns>Null where it does not say both, or it is not certain what they are there.</returns>
    public static HsdsTimes? Of(JsonElement schedule, string zone, bool isNamed, DateTime now)
    {
        if (Read(schedule.Text("opens_at")) is not var (opens, opensAhead) || Read(schedule.Text("closes_at")) is not var (closes, closesAhead) || !TryReadZone(schedule, out var said))
        {
            return null;
        }

        List<TimeSpan> offsets = [.. new[] { opensAhead, closesAhead, said }.OfType<TimeSpan>().Distinct()];
        if (offsets.Count == 0)
        {
            return At(opens, closes);
        }

        var own = OffsetsOf(zone, now);
        return offsets.Count > 1 ? null
            : own.Contains(offsets[0]) ? At(opens, closes)
            : own.Length == 1 && !isNamed && (int)(own[0] - offsets[0]).TotalMinutes is var later ? At(opens + later, closes + later)
            : null;
    }

    // Where clocks are changed, a time by a fixed offset is not the same all year.
    private static ImmutableArray<TimeSpan> OffsetsOf(string name, DateTime now) => !TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? []
        : [.. Enumerable.Range(0, 12).Select(month => zone.GetUtcOffset(now.AddMonths(month))).Distinct()];

    private static HsdsTimes At(int opens, int closes) => new(Write(opens), Write(closes), (int)Math.Floor(opens / (double)Day));

    private static string Write(int minutes) => TimeOnly.MinValue.AddMinutes(((minutes % Day) + Day) % Day).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static (int Minutes, TimeSpan? Ahead)? Read(string text)
    {
        var read = Time().Match(text);
        if (!read.Success)
        {
            return null;
        }

        var offset = read.Groups["offset"].Value.Replace(":", "", StringComparison.Ordinal);
        var minutes = (60 * Number(read.Groups["hour"].Value)) + Number(read.Groups["minute"].Value);
        return (minutes, offset.Length == 0 ? null : Ahead(offset));
    }

    // "Z", "+03" or "+0300".
    private static TimeSpan Ahead(string offset) => offset.Length == 1 ? TimeSpan.Zero
        : (offset[0] == '-' ? -1 : 1) * new TimeSpan(Number(offset[1..3]), offset.Length > 3 ? Number(offset[3..]) : 0, 0);

    private static bool TryReadZone(JsonElement schedule, out TimeSpan? ahead)
    {
        ahead = null;
        if (!schedule.TryGetProperty("timezone", out var zone) || !zone.IsFilled())
        {
            return true;
        }

        if (zone.ValueKind != JsonValueKind.Number || !zone.TryGetDouble(out var hours) || Math.Abs(hours) > 14)
        {
            return false;
        }

        ahead = TimeSpan.FromMinutes(Math.Round(hours * 60));
        return true;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // Nothing may follow: 09:00 PM is no morning.
    [GeneratedRegex(@"\A(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9])(:[0-5][0-9](\.[0-9]+)?)?(?<offset>[Zz]|[+-][0-9]{2}(:?[0-9]{2})?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
