namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>An attempt to prove who one is.</summary>
/// <param name="Key">What it is counted under, besides the address it came from.</param>
/// <param name="Wait">How long to wait instead; null where it may go on.</param>
public sealed record Attempt(string? Key, TimeSpan? Wait);
