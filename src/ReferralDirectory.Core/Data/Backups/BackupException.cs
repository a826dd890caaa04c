namespace ReferralDirectory.Core.Data.Backups;

/// <summary>A backup was not made, or not restored; the message is one sentence that ends with what to do next.</summary>
/// <param name="message">The sentence.</param>
/// <param name="problem">What the system threw.</param>
public sealed class BackupException(string message, Exception? problem = null) : Exception(message, problem);
