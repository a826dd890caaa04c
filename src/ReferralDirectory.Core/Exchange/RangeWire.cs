namespace ReferralDirectory.Core.Exchange;

/// <summary>From when to when.</summary>
/// <param name="From">As <c>09:00</c>.</param>
/// <param name="To">As <c>18:00</c>.</param>
internal sealed record RangeWire(string From, string To);
