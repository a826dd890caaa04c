using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>Hours of a week from schedules of the standard, and days on which they do not hold. Hours of other stretches than a week are left to a person.</summary>
/// <param name="options">The time zone where no schedule names one; words for appointments and closed days.</param>
/// <param name="language">Of the file's texts.</param>
/// <param name="now">Only what holds then, and has no end, is of every week. UTC.</param>
/// <param name="tell">A text of the file beside what the entry says.</param>
/// <param name="note">Gets what is left out.</param>
internal sealed class HsdsWeek(HsdsImportOptions options, LanguageTag language, DateTime now, Func<string, ImmutableArray<TextWire>, ImmutableArray<TextWire>> tell, Action<HsdsImportNoteReason, string> note)
{
    /// <param name="input">What the file says.</param>
    /// <param name="entry">What the entry has; null where it has none.</param>
    /// <returns>Those of the entry where the file says the same of a week, or nothing; null where there are none.</returns>
    public HoursWire? Of(HsdsInput input, HoursWire? entry)
    {
        // An entry has one week. Put together, hours of several services would be hours of none.
        var holders = input.Holders.Where(holder => holder.Items("schedules").Any()).DistinctBy(Tell).ToList();
        if (holders.Count > 1)
        {
            holders.ForEach(holder => note(HsdsImportNoteReason.SeveralHours, $"{holder.Text("name")}: {Tell(holder)}".TrimStart(':', ' ')));
            return entry;
        }

        var schedules = holders.SelectMany(holder => holder.Items("schedules")).ToList();
        var named = schedules.Select(schedule => HsdsScheduleReading.ZoneIn(schedule.Text("description"))).FirstOrDefault(zone => zone is not null);
        var zone = named ?? entry?.TimeZone ?? options.TimeZone;
        var exceptions = new HsdsOtherDays(options.ClosedWords, language);
        List<DayWire> week = [];
        string? appointment = null;
        foreach (var schedule in schedules)
        {
            var description = schedule.Text("description");
            var times = (HsdsScheduleReading.ZoneIn(description) ?? zone) == zone ? HsdsTimes.Of(schedule, zone, named is not null, now) : null;
            var days = HsdsScheduleReading.WeekOf(schedule, DateOnly.FromDateTime(now));
            if (days.Count > 0 && times is not null)
            {
                appointment ??= options.AppointmentWords.Any(word => description.StartsWith(word, StringComparison.CurrentCultureIgnoreCase)) ? description : null;
                week.AddRange(days.Select(day => new DayWire((DayOfWeek)(((int)day + times.DaysLater + 14) % 7), times.Opens, times.Closes)));
                NoteRemark(description);
            }
            else if (!exceptions.Take(schedule, times))
            {
                note(HsdsImportNoteReason.OtherHours, HsdsScheduleReading.Tell(schedule));
            }
        }

        var given = week.Distinct().OrderBy(line => ((int)line.Day + 6) % 7).ThenBy(line => line.From, StringComparer.Ordinal).ToImmutableArray();
        if (!CanBe(given))
        {
            note(HsdsImportNoteReason.SeveralHours, Tell(holders[0]));
            return entry;
        }

        return entry is null ? New(zone, given, exceptions.All, appointment is not null) : Changed(entry, zone, given, exceptions.All, appointment);
    }

    private static string Tell(JsonElement holder) => string.Join("; ", holder.Items("schedules").Select(HsdsScheduleReading.Tell).Order(StringComparer.Ordinal));

    private static bool CanBe(ImmutableArray<DayWire> week) => week.Length <= OpeningHours.MaxRanges
        && week.GroupBy(line => line.Day).All(day => OpeningHours.AreApart(day.Select(line => OpeningRange.TryParse(line.From, line.To, out var range) ? range : null).OfType<OpeningRange>()));

    // What is neither the time zone nor that one must agree on a time may be what matters.
    private void NoteRemark(string description)
    {
        var said = description[..^(HsdsScheduleReading.ZoneIn(description)?.Length ?? 0)].TrimEnd(' ', '.');
        if (said.Length > 0 && !options.AppointmentWords.Contains(said, StringComparer.CurrentCultureIgnoreCase))
        {
            note(HsdsImportNoteReason.NoField, $"schedules.description: {description}");
        }
    }

    private HoursWire? New(string zone, ImmutableArray<DayWire> week, ImmutableArray<OtherHoursWire> otherDays, bool isByAppointment)
    {
        if (!week.IsEmpty || isByAppointment)
        {
            return new HoursWire { TimeZone = zone, ByAppointment = isByAppointment, Week = week, OtherDays = otherDays };
        }

        foreach (var other in otherDays)
        {
            note(HsdsImportNoteReason.OtherHours, Tell(other));
        }

        return null;
    }

    private HoursWire Changed(HoursWire entry, string zone, ImmutableArray<DayWire> week, ImmutableArray<OtherHoursWire> otherDays, string? appointment)
    {
        NoteKept(entry, otherDays, entry.ByAppointment ? null : appointment);
        entry = entry with { OtherDays = [.. entry.OtherDays.Select(known => otherDays.FirstOrDefault(other => IsSame(known, other)) is { Note: [var said] } ? known with { Note = tell(said.Text, known.Note) } : known)] };
        if (!week.IsEmpty && !week.ToHashSet().SetEquals(entry.Week))
        {
            return entry with { TimeZone = zone, Week = week };
        }

        if (zone != entry.TimeZone)
        {
            note(HsdsImportNoteReason.KeptHours, zone);
        }

        return entry;
    }

    private void NoteKept(HoursWire entry, ImmutableArray<OtherHoursWire> days, string? appointment)
    {
        foreach (var other in days.Where(other => !entry.OtherDays.Any(known => IsSame(known, other))))
        {
            note(HsdsImportNoteReason.KeptHours, Tell(other));
        }

        if (appointment is not null)
        {
            note(HsdsImportNoteReason.KeptHours, appointment);
        }
    }

    private static bool IsSame(OtherHoursWire one, OtherHoursWire other) => one.From == other.From && one.To == other.To && one.Hours.ToHashSet().SetEquals(other.Hours);

    private static string Tell(OtherHoursWire days) => $"{days.From}/{days.To} {string.Join(", ", days.Hours.Select(range => $"{range.From}-{range.To}"))}".Trim();
}
