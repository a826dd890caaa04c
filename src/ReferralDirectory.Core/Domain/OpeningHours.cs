using System.Collections.Immutable;

namespace ReferralDirectory.Core.Domain;

/// <summary>When an organisation can be visited or called.</summary>
/// <param name="TimeZone">IANA name, e.g. <c>Europe/Moscow</c>: see <see cref="IsTimeZone"/>.</param>
/// <param name="IsByAppointment">True where one must agree on a time first.</param>
/// <param name="Week">Several ranges a day may stand here; ranges of one day do not overlap. Empty means not stated.</param>
/// <param name="Exceptions">Days on which the week does not hold, in order.</param>
public sealed record OpeningHours(string TimeZone, bool IsByAppointment, ImmutableArray<WeeklyOpening> Week, ImmutableArray<OpeningException> Exceptions)
{
    /// <summary>Characters a time zone's name may have.</summary>
    public const int TimeZoneMaxLength = 40;

    /// <summary>Ranges a week, or an exception, may have.</summary>
    public const int MaxRanges = 28;

    /// <summary>Exceptions there may be.</summary>
    public const int MaxExceptions = 40;

    /// <summary>Days in the order in which a week is shown.</summary>
    public static ImmutableArray<DayOfWeek> Days { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The ranges of a day, in order.</summary>
    public IEnumerable<OpeningRange> On(DayOfWeek day) => Week.Where(opening => opening.Day == day).Select(opening => opening.Range).OrderBy(range => range.Opens);

    /// <summary>True for a name of the IANA time zone database that this machine knows.</summary>
    public static bool IsTimeZone(string name) =>
        name.Length <= TimeZoneMaxLength && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name;

    /// <summary>True where no two of a day's ranges share a minute.</summary>
    public static bool AreApart(IEnumerable<OpeningRange> ranges)
    {
        var all = ranges.ToList();
        return !all.Where((range, i) => all.Take(i).Any(range.Overlaps)).Any();
    }
}
