namespace ReferralDirectory.Web.Infrastructure.Staff;

/// <summary>A code was not taken.</summary>
/// <param name="Wait">How long to wait before the next; null where it was wrong.</param>
public sealed record CodeRefusal(TimeSpan? Wait);
