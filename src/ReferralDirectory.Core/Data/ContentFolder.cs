namespace ReferralDirectory.Core.Data;

/// <summary>Where the content is that an empty database is filled from.</summary>
/// <param name="Path">Absolute.</param>
public sealed record ContentFolder(string Path);
