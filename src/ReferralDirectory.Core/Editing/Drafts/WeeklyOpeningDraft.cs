namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>One range of one day.</summary>
/// <param name="Day">The day on which it opens.</param>
/// <param name="Opens">As <c>09:00</c>.</param>
/// <param name="Closes">As <c>18:00</c>; not later than <paramref name="Opens"/> means on the next day.</param>
public sealed record WeeklyOpeningDraft(DayOfWeek Day, string Opens, string Closes);
