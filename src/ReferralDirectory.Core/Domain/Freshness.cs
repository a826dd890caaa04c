namespace ReferralDirectory.Core.Domain;

/// <summary>
/// What a confirmation is still worth. Counted in days of the calendar in UTC: the same everywhere, and no day has 23 hours. All
/// times are UTC.
/// </summary>
public static class Freshness
{
    /// <summary>After so many days the public is told that it was long ago.</summary>
    public const int PublicDays = 90;

    /// <summary>
    /// False for a confirmation of a day after tomorrow or later: a clock was wrong then, nobody knows when it was, and so it says
    /// nothing. One of tomorrow is taken for today's: clocks differ by minutes.
    /// </summary>
    public static bool Counts(DateTime at, DateTime now) => at.Date <= now.Date.AddDays(1);

    /// <summary>The day that may be shown: never one that is still to come.</summary>
    public static DateTime DayOf(DateTime at, DateTime now) => at.Date < now.Date ? at.Date : now.Date;

    /// <summary>Days since then; 0 on the day itself, never less.</summary>
    public static int Days(DateTime at, DateTime now) => (now.Date - DayOf(at, now)).Days;

    /// <summary>How it stands with a contact.</summary>
    /// <param name="last">Its latest confirmation that <see cref="Counts"/>; null where there is none.</param>
    /// <param name="now">Now.</param>
    public static FreshnessState Of(DateTime? last, DateTime now) => last is not { } at ? FreshnessState.Unconfirmed : Days(at, now) switch
    {
        > PublicDays => FreshnessState.Over90Days,
        > 60 => FreshnessState.Over60Days,
        > 30 => FreshnessState.Over30Days,
        _ => FreshnessState.Fresh,
    };

    /// <summary>True where the public is told that it was long ago.</summary>
    public static bool IsStale(DateTime at, DateTime now) => Of(at, now) == FreshnessState.Over90Days;

    /// <summary>The midnight at which what the public is told of a confirmation changes next; null where it stays as it is.</summary>
    public static DateTime? ChangesAt(DateTime at, DateTime now)
    {
        if (!Counts(at, now))
        {
            return at.Date.AddDays(-1);
        }

        return at.Date > now.Date ? now.Date.AddDays(1)
            : IsStale(at, now) ? null
            : at.Date.AddDays(PublicDays + 1);
    }
}
