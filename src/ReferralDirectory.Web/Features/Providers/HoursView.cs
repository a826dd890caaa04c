using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>Opening hours in the reader's language.</summary>
/// <param name="Week">A line for each day; empty where no weekly hours are stated.</param>
/// <param name="IsByAppointment">One must agree on a time first.</param>
/// <param name="Exceptions">A line for each run of days with other hours.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record HoursView(IReadOnlyList<TermList> Week, bool IsByAppointment, IReadOnlyList<TermList> Exceptions, string TimeZone)
{
    public static HoursView From(OpeningHours hours, Reader reader, Texts texts) => new(
        hours.Week.IsEmpty ? [] : [.. OpeningHours.Days.Select(day => Day(day, hours, texts))],
        hours.IsByAppointment,
        [.. hours.Exceptions.Select(exception => Exception(exception, reader, texts))],
        hours.TimeZone);

    private static TermList Day(DayOfWeek day, OpeningHours hours, Texts texts) =>
        new($"{CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day)}:", Ranges(hours.On(day), texts));

    private static TermList Exception(OpeningException exception, Reader reader, Texts texts) => new(
        exception.From == exception.To ? $"{exception.From:D}:" : $"{exception.From:D} – {exception.To:D}:",
        [.. Ranges(exception.Ranges.OrderBy(range => range.Opens), texts), .. exception.Note is { } note ? [reader.Show(note)] : Array.Empty<ShownText>()]);

    private static List<ShownText> Ranges(IEnumerable<OpeningRange> ranges, Texts texts)
    {
        List<ShownText> shown = [.. ranges.Select(range => new ShownText(Range(range, texts), null))];
        return shown.Count > 0 ? shown : [new ShownText(texts["Provider.Closed"], null)];
    }

    // Isolated from the left, so that a text written from the right does not turn it around.
    private static string Range(OpeningRange range, Texts texts) => range.Opens == range.Closes
        ? texts["Provider.WholeDay"]
        : $"\u2066{OpeningRange.Write(range.Opens)}–{OpeningRange.Write(range.Closes)}\u2069";
}
