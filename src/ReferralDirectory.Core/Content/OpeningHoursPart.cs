using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Content;

/// <summary><c>hours</c> of an organisation's file.</summary>
internal static class OpeningHoursPart
{
    /// <summary>Characters of <c>09:00-18:00</c>.</summary>
    private const int RangeLength = 11;

    private static readonly DateOnly NoDay = new(2000, 1, 1);

    public static OpeningHours Read(YamlMap map)
    {
        var zone = map.Text("time-zone", OpeningHours.TimeZoneMaxLength);
        if (zone.Length > 0 && !OpeningHours.IsTimeZone(zone))
        {
            map.File.Fault(map.LineOf("time-zone"), $"'{zone}' is not a time zone such as 'Europe/Moscow'.");
        }

        var week = map.Has("week") ? ReadWeek(map.Map("week")) : [];
        var exceptions = map.Maps("exceptions").Select(ReadException).ToImmutableArray();
        var hours = new OpeningHours(zone, map.Flag("by-appointment"), week, exceptions);
        if (exceptions.Length > OpeningHours.MaxExceptions)
        {
            map.File.Fault(map.LineOf("exceptions"), $"There are {exceptions.Length} exceptions; {OpeningHours.MaxExceptions} are allowed.");
        }

        if (week.IsEmpty && !hours.IsByAppointment)
        {
            map.File.Fault(map.Line, "Hours need a 'week', or 'by-appointment: true'.");
        }

        map.Done();
        return hours;
    }

    private static ImmutableArray<WeeklyOpening> ReadWeek(YamlMap map)
    {
        var week = OpeningHours.Days.SelectMany(day => ReadRanges(map, KeyOf(day)).Select(range => new WeeklyOpening(day, range))).ToImmutableArray();
        map.Done();
        return week;
    }

    private static OpeningException ReadException(YamlMap map)
    {
        var from = ReadDay(map, "from");
        var to = map.Has("to") ? ReadDay(map, "to") : from;
        if (to < from)
        {
            map.File.Fault(map.LineOf("to"), "'to' lies before 'from'.");
        }

        var exception = new OpeningException(from, to, ReadRanges(map, "hours"), map.Has("note") ? map.Localised("note", OpeningException.NoteMaxLength) : null);
        map.Done();
        return exception;
    }

    private static ImmutableArray<OpeningRange> ReadRanges(YamlMap map, string key)
    {
        var ranges = ImmutableArray.CreateBuilder<OpeningRange>();
        foreach (var (text, line) in map.Texts(key, RangeLength))
        {
            if (text.Split('-') is [var opens, var closes] && OpeningRange.TryParse(opens, closes, out var range))
            {
                ranges.Add(range);
            }
            else
            {
                map.File.Fault(line, $"'{text}' is not a range of hours such as 09:00-18:00.");
            }
        }

        if (ranges.Count > OpeningHours.MaxRanges || !OpeningHours.AreApart(ranges))
        {
            map.File.Fault(map.LineOf(key), $"Ranges under '{key}' overlap, or are more than {OpeningHours.MaxRanges}.");
        }

        return ranges.ToImmutable();
    }

    private static DateOnly ReadDay(YamlMap map, string key)
    {
        var text = map.Text(key, 10);
        if (DateOnly.TryParseExact(text, OpeningException.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (text.Length > 0)
        {
            map.File.Fault(map.LineOf(key), $"'{text}' is not a day written as 2026-01-31.");
        }

        return NoDay;
    }

    private static string KeyOf(DayOfWeek day) => day.ToString().ToLowerInvariant();
}
