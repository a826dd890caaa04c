using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>A place in the audit log.</summary>
/// <param name="Number">Of the entry.</param>
/// <param name="Entry">Null where it cannot be read: somebody tampered with it.</param>
public readonly record struct LoggedEntry(long Number, AuditEntry? Entry);
