namespace ReferralDirectory.Core.Data.Backups;

/// <summary>Backups that a running site makes by itself.</summary>
/// <param name="Folder">Where: absolute.</param>
/// <param name="Every">From one to the next.</param>
/// <param name="Keep">How many; at least one.</param>
public sealed record BackupPlan(string Folder, TimeSpan Every, int Keep);
