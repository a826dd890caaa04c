using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Features.Admin.Fields;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>Reads the page of opening hours as it was filled in, empty lines and all.</summary>
public sealed class HoursForm(PostedForm form, IEnumerable<Language> languages, OpeningHoursDraft? before, string ownLanguage)
{
    public const string TimeZone = "OpeningHours.TimeZone";
    public const string ByAppointment = "OpeningHours.IsByAppointment";

    // More than any limit of the hours, so that what is too much is said instead of being cut off.
    internal const int MostLines = 100;

    /// <summary>As typed; with the button that was pressed carried out.</summary>
    public OpeningHoursDraft Read()
    {
        var command = form.Text(HoursNames.Command);
        var week = Week();
        var exceptions = Exceptions();
        return new OpeningHoursDraft
        {
            TimeZone = form.Text(TimeZone),
            IsByAppointment = form.Has(ByAppointment),
            Week = command == HoursNames.AddRow ? week.Add(new WeeklyOpeningDraft(NextDay(week), "", "")) : Without(week, command, HoursNames.RemoveRow),
            Exceptions = command == HoursNames.AddException ? exceptions.Add(new OpeningExceptionDraft()) : Without(exceptions, command, HoursNames.RemoveException),
        };
    }

    /// <summary>Nothing is said about hours at all.</summary>
    public static bool IsEmpty(OpeningHoursDraft hours) =>
        !hours.IsByAppointment && hours.Exceptions.All(IsEmpty) && hours.Week.All(line => (line.Opens + line.Closes).Trim().Length == 0);

    /// <summary>Such lines are not kept.</summary>
    public static bool IsEmpty(OpeningExceptionDraft exception) =>
        (exception.From + exception.To + string.Concat(exception.Ranges.Select(range => range.Opens + range.Closes)) + string.Concat(exception.Note.Select(note => note.Text))).Trim().Length == 0;

    private ImmutableArray<WeeklyOpeningDraft> Week()
    {
        var lines = ImmutableArray.CreateBuilder<WeeklyOpeningDraft>();
        for (var i = 0; i < MostLines && form.Has(HoursNames.Week(i, HoursNames.Opens)); i++)
        {
            lines.Add(new WeeklyOpeningDraft(
                Enum.TryParse<DayOfWeek>(form.Text(HoursNames.Week(i, HoursNames.Day)), out var day) && Enum.IsDefined(day) ? day : DayOfWeek.Monday,
                Clock.Time(form.Text(HoursNames.Week(i, HoursNames.Opens))),
                Clock.Time(form.Text(HoursNames.Week(i, HoursNames.Closes)))));
        }

        return lines.ToImmutable();
    }

    private ImmutableArray<OpeningExceptionDraft> Exceptions()
    {
        var exceptions = ImmutableArray.CreateBuilder<OpeningExceptionDraft>();
        for (var i = 0; i < MostLines && form.Has(HoursNames.Exception(i, "From")); i++)
        {
            var from = Clock.Day(form.Text(HoursNames.Exception(i, "From")));
            // By its day; where that was moved, by its place.
            var old = (before?.Exceptions.FirstOrDefault(exception => exception.From == from) ?? before?.Exceptions.ElementAtOrDefault(i))?.Note ?? [];
            exceptions.Add(new OpeningExceptionDraft
            {
                From = from,
                To = Clock.Day(form.Text(HoursNames.Exception(i, "To"))),
                Ranges = Ranges(i),
                Note = form.Texts(HoursNames.Exception(i, "Note"), languages, old, ownLanguage),
            });
        }

        return exceptions.ToImmutable();
    }

    private ImmutableArray<OpeningRangeDraft> Ranges(int exception)
    {
        var ranges = ImmutableArray.CreateBuilder<OpeningRangeDraft>();
        for (var i = 0; i < MostLines && form.Has(HoursNames.Range(exception, i, HoursNames.Opens)); i++)
        {
            ranges.Add(new OpeningRangeDraft(Clock.Time(form.Text(HoursNames.Range(exception, i, HoursNames.Opens))), Clock.Time(form.Text(HoursNames.Range(exception, i, HoursNames.Closes)))));
        }

        return [.. ranges.Where(range => (range.Opens + range.Closes).Length > 0)];
    }

    private static ImmutableArray<T> Without<T>(ImmutableArray<T> items, string command, string remove) =>
        command.StartsWith(remove, StringComparison.Ordinal) && int.TryParse(command.AsSpan(remove.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Length
            ? items.RemoveAt(index)
            : items;

    private static DayOfWeek NextDay(ImmutableArray<WeeklyOpeningDraft> week) =>
        week.IsEmpty ? DayOfWeek.Monday : (DayOfWeek)(((int)week[^1].Day + 1) % 7);
}
