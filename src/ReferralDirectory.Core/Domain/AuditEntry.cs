namespace ReferralDirectory.Core.Domain;

/// <summary>
/// Who did what to what, and when; chained to the entry before by its hash. Never changed and never deleted. Nothing of
/// readers stands in it, and of staff only their ids.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Characters <see cref="Detail"/> may have.</summary>
    public const int DetailMaxLength = 500;

    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The member of staff; null for the program itself.</summary>
    public required Guid? ActorId { get; init; }

    /// <summary>What was done.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>To what sort of thing.</summary>
    public required AuditSubject SubjectKind { get; init; }

    /// <summary>To what.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>By which revision, where there is one.</summary>
    public required Guid? RevisionId { get; init; }

    /// <summary>A few words more, such as a reason; may be empty.</summary>
    public required string Detail { get; init; }

    /// <summary><see cref="Hash"/> of the entry before; <see cref="AuditHead.FirstHash"/> for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over everything above, lower-case hexadecimal.</summary>
    public string Hash { get; set; } = "";
}
