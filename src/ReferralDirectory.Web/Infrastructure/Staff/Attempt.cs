namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>An attempt to prove who one is.</summary>
/// <param name="Counted">What was counted; null where nothing was.</param>
/// <param name="Wait">How long to wait instead; null where it may go on.</param>
/// <param name="SlowsDown">After this one, further attempts at the same account must wait, unless it is right.</param>
/// <param name="IsKnown">From a browser known to be the account's.</param>
public sealed record Attempt(CountedAttempt? Counted, TimeSpan? Wait, bool SlowsDown, bool IsKnown);
