using System.Collections.Immutable;

namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>An attempt to prove who one is.</summary>
/// <param name="Keys">What it is counted under.</param>
/// <param name="Wait">How long to wait instead; null where it may go on.</param>
/// <param name="SlowsDown">After this one, further attempts at the same account must wait, unless it is right.</param>
/// <param name="IsKnown">From a browser known to be the account's.</param>
public sealed record Attempt(ImmutableArray<string> Keys, TimeSpan? Wait, bool SlowsDown, bool IsKnown);
