namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>Why the audit log is broken at an entry.</summary>
public enum AuditFault
{
    /// <summary>A field of the entry was changed.</summary>
    Changed,

    /// <summary>The entry of this number is gone.</summary>
    Missing,

    /// <summary>The entry belongs elsewhere in the log.</summary>
    OutOfOrder,

    /// <summary>The entry was put in between two others, or after the end.</summary>
    Inserted,

    /// <summary>The log's end says something else than the last entry, or is gone.</summary>
    HeadDiffers,

    /// <summary>The entry is not the one that was kept elsewhere: the log was computed anew.</summary>
    KeptDiffers,
}
