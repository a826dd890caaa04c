using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Records;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>Opening hours as the standard has them: days of a week that share their hours are one schedule.</summary>
internal sealed class HsdsSchedules(Func<LocalisedText, string> tell, HsdsPhrases phrases, DateTime now)
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public IEnumerable<HsdsSchedule> Of(Provider provider, PublishedService service)
    {
        if (provider.OpeningHours is not { } hours)
        {
            return [];
        }

        var offset = OffsetOf(hours);
        // The zone, since an offset does not say when the clocks change.
        var said = hours.IsByAppointment ? $"{phrases.ByAppointment}. {hours.TimeZone}" : hours.TimeZone;
        var week = OpeningHours.Days.SelectMany(day => hours.On(day).Select(range => (Day: day, Range: range))).GroupBy(opening => opening.Range).Select(same => new HsdsSchedule
        {
            Id = Id(service, OpeningRange.Write(same.Key.Opens), OpeningRange.Write(same.Key.Closes)),
            ServiceId = service.Id,
            Freq = HsdsSchedule.Weekly,
            Wkst = Days[(int)DayOfWeek.Monday],
            Byday = string.Join(',', same.Select(opening => Days[(int)opening.Day])),
            Timezone = offset?.TotalHours,
            OpensAt = Time(same.Key.Opens, offset),
            ClosesAt = Time(same.Key.Closes, offset),
            Description = said,
        });
        return week.Concat(hours.Exceptions.SelectMany(exception => Of(exception, service, hours, offset)));
    }

    private IEnumerable<HsdsSchedule> Of(OpeningException exception, PublishedService service, OpeningHours hours, TimeSpan? offset)
    {
        var (from, to) = (Day(exception.From), Day(exception.To));
        var note = exception.Note is { } told ? tell(told) : null;
        if (exception.Ranges.IsEmpty)
        {
            return [new HsdsSchedule { Id = Id(service, from, to), ServiceId = service.Id, ValidFrom = from, ValidTo = to, Description = note is null ? phrases.Closed : $"{phrases.Closed}. {note}" }];
        }

        return exception.Ranges.Select(range => new HsdsSchedule
        {
            Id = Id(service, from, to, OpeningRange.Write(range.Opens), OpeningRange.Write(range.Closes)),
            ServiceId = service.Id,
            ValidFrom = from,
            ValidTo = to,
            Timezone = offset?.TotalHours,
            OpensAt = Time(range.Opens, offset),
            ClosesAt = Time(range.Closes, offset),
            Description = note is null ? hours.TimeZone : $"{note}. {hours.TimeZone}",
        });
    }

    private static Guid Id(PublishedService service, params ReadOnlySpan<string> what) => StableId.Of(["hsds", "schedule", service.Id.ToString(), .. what]);

    // A time without an offset would be taken for UTC.
    private TimeSpan? OffsetOf(OpeningHours hours) => TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out var zone) ? zone.GetUtcOffset(now) : null;

    private static string Time(TimeOnly time, TimeSpan? offset) => OpeningRange.Write(time) + (offset is not { } known ? ""
        : known == TimeSpan.Zero ? "Z"
        : (known < TimeSpan.Zero ? "-" : "+") + known.ToString("hh\\:mm", CultureInfo.InvariantCulture));

    private static string Day(DateOnly day) => day.ToString(OpeningException.DayFormat, CultureInfo.InvariantCulture);
}
