using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Hsds.Imports;

/// <summary>Days on which the hours of a week do not hold, from schedules of the standard that are of certain days and not repeated.</summary>
/// <param name="closedWords">Words at the start of a description that say that it is closed.</param>
/// <param name="language">Of the file's texts.</param>
internal sealed class HsdsOtherDays(ImmutableArray<string> closedWords, LanguageTag language)
{
    private readonly List<OtherHoursWire> all = [];

    /// <summary>By their first day.</summary>
    public ImmutableArray<OtherHoursWire> All => [.. all.OrderBy(days => days.From, StringComparer.Ordinal)];

    /// <param name="schedule">The record.</param>
    /// <param name="times">When it opens and closes; null where that is not said or not certain.</param>
    /// <returns>False where it is no such schedule.</returns>
    public bool Take(JsonElement schedule, HsdsTimes? times)
    {
        var (from, to) = (schedule.Text("valid_from"), schedule.Text("valid_to"));
        var said = schedule.Text("description");
        var closed = closedWords.FirstOrDefault(word => said.StartsWith(word, StringComparison.CurrentCultureIgnoreCase));
        var isClosed = closed is not null && schedule.Text("opens_at").Length == 0 && schedule.Text("closes_at").Length == 0;
        if (!HsdsScheduleReading.IsOfCertainDays(schedule) || !(isClosed || (closed is null && times is { DaysLater: 0 })))
        {
            return false;
        }

        // "Closed. Note" or "Note. Zone".
        var text = closed is not null ? Without(said[closed.Length..].TrimStart(), isEnd: false)
            : HsdsScheduleReading.ZoneIn(said) is { } zone ? Without(said[..^zone.Length].TrimEnd(), isEnd: true)
            : said;
        ImmutableArray<TextWire> note = text.Length == 0 ? [] : [new TextWire(language.Value, text)];
        var index = all.FindIndex(days => days.From == from && days.To == to);
        var known = index < 0 ? new OtherHoursWire { From = from, To = to, Hours = [], Note = note } : all[index];
        // Each service has the same.
        var days = closed is not null || known.Hours.Any(range => range.From == times!.Opens) ? known : known with { Hours = known.Hours.Add(new RangeWire(times!.Opens, times.Closes)) };
        if (index < 0)
        {
            all.Add(days);
        }
        else
        {
            all[index] = days;
        }

        return true;
    }

    private static string Without(string text, bool isEnd) => (isEnd && text.EndsWith('.') ? text[..^1] : !isEnd && text.StartsWith('.') ? text[1..] : text).Trim();
}
