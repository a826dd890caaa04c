namespace ReferralDirectory.Core.Published;

/// <summary>A row that belongs to another.</summary>
internal sealed record Of<T>(Guid Owner, T Value);
