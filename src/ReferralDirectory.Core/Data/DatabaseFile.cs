namespace ReferralDirectory.Core.Data;

/// <summary>Where the SQLite file is.</summary>
/// <param name="Path">Absolute.</param>
public sealed record DatabaseFile(string Path);
