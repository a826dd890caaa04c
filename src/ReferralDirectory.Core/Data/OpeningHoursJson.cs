using System.Globalization;
using System.Text.Json;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Data;

/// <summary>
/// Opening hours in one column: <c>{"Format":1,"Zone":…,"ByAppointment":…,"Week":[…],"Exceptions":[…]}</c>. Read by hand,
/// for the reason that <see cref="StoredJson"/> gives.
/// </summary>
internal static class OpeningHoursJson
{
    private const int Format = 1;

    public static string Write(OpeningHours hours) => JsonText.Write(new HoursJson(
        Format,
        hours.TimeZone,
        hours.IsByAppointment,
        hours.Week.Select(opening => new WeeklyJson(opening.Day.ToString(), OpeningRange.Write(opening.Range.Opens), OpeningRange.Write(opening.Range.Closes))),
        hours.Exceptions.Select(exception => new ExceptionJson(
            exception.From.ToString(OpeningException.DayFormat, CultureInfo.InvariantCulture),
            exception.To.ToString(OpeningException.DayFormat, CultureInfo.InvariantCulture),
            exception.Ranges.Select(range => new RangeJson(OpeningRange.Write(range.Opens), OpeningRange.Write(range.Closes))),
            exception.Note is null ? null : JsonText.Write(exception.Note)))));

    /// <exception cref="InvalidDataException">A later version of the program wrote it.</exception>
    public static OpeningHours Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.GetProperty("Format").GetInt32() != Format)
        {
            throw new InvalidDataException("Stored opening hours are of a format that this program does not know.");
        }

        return new OpeningHours(
            Text(root, "Zone"),
            root.GetProperty("ByAppointment").GetBoolean(),
            [.. root.GetProperty("Week").EnumerateArray().Select(item => new WeeklyOpening(Enum.Parse<DayOfWeek>(Text(item, "Day")), Range(item)))],
            [.. root.GetProperty("Exceptions").EnumerateArray().Select(Exception)]);
    }

    private static OpeningException Exception(JsonElement item) => new(
        Day(Text(item, "From")),
        Day(Text(item, "To")),
        [.. item.GetProperty("Ranges").EnumerateArray().Select(Range)],
        item.GetProperty("Note").GetString() is { } note ? StoredJson.LocalisedText(note) : null);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, OpeningException.DayFormat, CultureInfo.InvariantCulture);

    private static OpeningRange Range(JsonElement item) =>
        OpeningRange.TryParse(Text(item, "Opens"), Text(item, "Closes"), out var range) ? range : throw new InvalidDataException("A stored range of hours is no range.");

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? throw new InvalidDataException("A stored text is JSON null.");

    private sealed record HoursJson(int Format, string Zone, bool ByAppointment, IEnumerable<WeeklyJson> Week, IEnumerable<ExceptionJson> Exceptions);

    private sealed record WeeklyJson(string Day, string Opens, string Closes);

    private sealed record ExceptionJson(string From, string To, IEnumerable<RangeJson> Ranges, string? Note);

    private sealed record RangeJson(string Opens, string Closes);
}
