using System.Globalization;
using System.Text.RegularExpressions;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>Reads times and days the way people write them.</summary>
public static partial class Clock
{
    private static readonly string[] DayFormats = [OpeningException.DayFormat, "d.M.yyyy", "d/M/yyyy", "d. M. yyyy"];

    /// <summary>"9", "9.30" and "9:30" as "09:00" and "09:30"; what is no time as it was written.</summary>
    public static string Time(string text)
    {
        var match = TimePattern().Match(text.Trim());
        if (!match.Success)
        {
            return text.Trim();
        }

        var hours = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups[2].Success ? match.Groups[2].Value : "00";
        return string.Create(CultureInfo.InvariantCulture, $"{(hours == 24 && minutes == "00" ? 0 : hours):00}:{minutes}");
    }

    /// <summary>"31.12.2026" as "2026-12-31"; what is no day as it was written.</summary>
    public static string Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString(OpeningException.DayFormat, CultureInfo.InvariantCulture)
            : text.Trim();

    [GeneratedRegex(@"^([0-9]{1,2})(?:\s?[:.\-hч]?\s?([0-9]{2}))?$")]
    private static partial Regex TimePattern();
}
