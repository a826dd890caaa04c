using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReferralDirectory.Core.Domain;

/// <summary>From when to when something is open.</summary>
/// <param name="Opens">The first minute.</param>
/// <param name="Closes">
/// When it closes. Not later than <paramref name="Opens"/>: on the next day; the same time twice is a whole day.
/// </param>
public sealed record OpeningRange(TimeOnly Opens, TimeOnly Closes)
{
    private const string Format = "HH:mm";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>True where it closes on the day after.</summary>
    public bool PassesMidnight => Closes <= Opens;

    /// <summary>When it closes, from the midnight before it opens; up to two days.</summary>
    private TimeSpan End => Closes.ToTimeSpan() + (PassesMidnight ? Day : TimeSpan.Zero);

    /// <param name="opens">As <c>09:00</c>.</param>
    /// <param name="closes">As <c>18:00</c>.</param>
    /// <param name="range">The range, or null.</param>
    /// <returns>False where one of them is not a time of the day.</returns>
    public static bool TryParse(string? opens, string? closes, [NotNullWhen(true)] out OpeningRange? range)
    {
        range = TryParse(opens, out var from) && TryParse(closes, out var to) ? new OpeningRange(from, to) : null;
        return range is not null;
    }

    /// <summary>A time of the day from <c>00:00</c> to <c>23:59</c>, two digits each.</summary>
    public static bool TryParse(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>A time as it is stored and typed, e.g. <c>09:00</c>.</summary>
    public static string Write(TimeOnly time) => time.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>True where two ranges of one day share a minute.</summary>
    public bool Overlaps(OpeningRange other) => Opens.ToTimeSpan() < other.End && other.Opens.ToTimeSpan() < End;
}
