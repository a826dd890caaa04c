namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What a look through the audit log found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Hash">Hash of the last entry: kept elsewhere, it shows later whether the log up to here is still the same.</param>
/// <param name="Broken">The first entry that is broken, and why; null where the log is whole.</param>
public sealed record AuditReport(long Entries, string Hash, (long Number, AuditFault Fault)? Broken)
{
    /// <summary>True where nothing was tampered with, as far as the log itself can tell.</summary>
    public bool IsWhole => Broken is null;
}
