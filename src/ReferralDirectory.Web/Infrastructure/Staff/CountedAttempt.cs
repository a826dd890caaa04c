namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>What was counted against guessing, said so that another instance can count it as well.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Network">From where, of <see cref="CountedKind.Begun"/> and <see cref="CountedKind.Succeeded"/>: see <see cref="AddressKeys.NetworkOf"/>.</param>
/// <param name="Key">The account; or whose codes; or the hash of what was spent. Null where only the network counts.</param>
/// <param name="Device">A browser known to be the account's; null for a stranger.</param>
/// <param name="Until">Of <see cref="CountedKind.Spent"/>: when nobody would take it any more.</param>
public sealed record CountedAttempt(CountedKind Kind, byte[]? Network = null, string? Key = null, string? Device = null, DateTimeOffset? Until = null);
