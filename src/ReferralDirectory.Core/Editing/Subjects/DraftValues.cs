using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Subjects;

/// <summary>What valid drafts mean.</summary>
internal static class DraftValues
{
    /// <summary>Null where there is no text.</summary>
    public static LocalisedText? Text(ImmutableArray<TextDraft> texts) => texts.IsEmpty
        ? null
        : new LocalisedText(texts.Select(text => new Translation(LanguageTag.Parse(text.Language), text.Text, text.State, text.OfHash)));

    public static ImmutableArray<SearchWords> Words(ImmutableArray<SearchWordsDraft> lists) =>
        [.. lists.Select(list => new SearchWords(LanguageTag.Parse(list.Language), list.Words))];

    public static OpeningHours? Hours(OpeningHoursDraft? hours) => hours is null ? null : new OpeningHours(
        hours.TimeZone,
        hours.IsByAppointment,
        [.. hours.Week.Select(line => new WeeklyOpening(line.Day, Range(line.Opens, line.Closes)))],
        [.. hours.Exceptions.Select(exception => new OpeningException(
            Day(exception.From),
            Day(exception.To),
            [.. exception.Ranges.Select(range => Range(range.Opens, range.Closes))],
            Text(exception.Note)))]);

    private static OpeningRange Range(string opens, string closes) =>
        OpeningRange.TryParse(opens, closes, out var range) ? range : throw new FormatException($"'{opens}' to '{closes}' is not a range of hours.");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, OpeningException.DayFormat, CultureInfo.InvariantCulture);
}
