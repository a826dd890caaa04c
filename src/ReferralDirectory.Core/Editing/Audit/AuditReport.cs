using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>What a look through the audit log found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Hash">Hash of the last entry that was read.</param>
/// <param name="Broken">The first entry that is broken, and why; null where the log is whole.</param>
public sealed record AuditReport(long Entries, string Hash, (long Number, AuditFault Fault)? Broken)
{
    /// <summary>Contents named at most.</summary>
    public const int MaxContents = 100;

    /// <summary>What is not as the log says, at most <see cref="MaxContents"/>; not looked for where the log itself is broken.</summary>
    public ImmutableArray<BrokenContent> Contents { get; init; } = [];

    /// <summary>Entries, step texts and terms whose content the log does not seal: they are from before it did, and were not published since.</summary>
    public long Unsealed { get; init; }

    /// <summary>
    /// Revisions of which the log does not seal the number, where they came from, note, reason and base: nothing was done with them since it
    /// does.
    /// </summary>
    public long PartlySealed { get; init; }

    /// <summary>How far the log goes; to be kept elsewhere, and given to the next look.</summary>
    public AuditMark Mark => new(Entries, Hash);

    /// <summary>True where nothing was tampered with, as far as the log can tell.</summary>
    public bool IsWhole => Broken is null && Contents.IsEmpty;
}
