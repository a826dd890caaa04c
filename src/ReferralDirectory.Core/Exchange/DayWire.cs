namespace ReferralDirectory.Core.Exchange;

/// <summary>One range of one day of the week.</summary>
/// <param name="Day">The day on which it opens.</param>
/// <param name="From">As <c>09:00</c>.</param>
/// <param name="To">As <c>18:00</c>.</param>
internal sealed record DayWire(DayOfWeek Day, string From, string To);
