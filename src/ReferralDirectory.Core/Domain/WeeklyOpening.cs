namespace ReferralDirectory.Core.Domain;

/// <summary>Open on one day of every week.</summary>
/// <param name="Day">The day on which it opens.</param>
/// <param name="Range">From when to when.</param>
public sealed record WeeklyOpening(DayOfWeek Day, OpeningRange Range);
