namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>A code was not taken.</summary>
/// <param name="Wait">How long to wait before the next; null where it was wrong.</param>
/// <param name="IsTooMany">So many were wrong in a row that only the six digits wait: a recovery code or a passkey does not.</param>
/// <param name="Ends">So many were wrong that the password is asked for again.</param>
public sealed record CodeRefusal(TimeSpan? Wait, bool IsTooMany = false, bool Ends = false);
