using System.Collections.Immutable;

namespace ReferralDirectory.Core.Domain;

/// <summary>One version of one subject: what it says, who wrote it and why, and what became of it.</summary>
public sealed class Revision
{
    /// <summary>Characters <see cref="Note"/> may have.</summary>
    public const int NoteMaxLength = 500;

    /// <summary>Characters <see cref="Reason"/> may have.</summary>
    public const int ReasonMaxLength = 500;

    /// <summary>Characters <see cref="Snapshot"/> may have: more than any entry within its limits needs.</summary>
    public const int SnapshotMaxLength = 200_000;

    /// <summary>Random.</summary>
    public required Guid Id { get; init; }

    /// <summary>What sort of thing it is a version of.</summary>
    public required SubjectKind SubjectKind { get; init; }

    /// <summary>What it is a version of. A new entry has no row of this id until it is published.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Whose reviewers decide; null for the taxonomy, where administrators do.</summary>
    public required Guid? CountryId { get; init; }

    /// <summary>Counts the revisions of a subject, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How far it has come.</summary>
    public required RevisionState State { get; set; }

    /// <summary>Whose it is; null for what no member of staff wrote.</summary>
    public required Guid? AuthorId { get; init; }

    /// <summary>Everyone who wrote any of its content that was never published before; none of them approves it.</summary>
    public required ImmutableArray<Guid> Contributors { get; set; }

    /// <summary>Where its content came from.</summary>
    public required RevisionOrigin Origin { get; init; }

    /// <summary>Why, in the author's words; may be empty.</summary>
    public required string Note { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; null before.</summary>
    public DateTime? SubmittedAt { get; set; }

    /// <summary>When it was published, rejected or withdrawn, UTC; null before.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>Who did that.</summary>
    public Guid? DecidedById { get; set; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; set; }

    /// <summary>The subject's version that the author started from; null for a new entry.</summary>
    public required Guid? BaseVersion { get; init; }

    /// <summary>The published revision that the author started from; null for a new entry, or where it is not known.</summary>
    public required Guid? BaseRevisionId { get; init; }

    /// <summary>For a published one: the version that its publication gave the subject.</summary>
    public Guid? AppliedVersion { get; set; }

    /// <summary>True where publishing it lets the public see an entry again that was taken down.</summary>
    public required bool BringsBack { get; init; }

    /// <summary>What the subject says, as JSON with a format number.</summary>
    public required string Snapshot { get; set; }

    /// <summary>A new one with each change: an approval names the version that was looked at.</summary>
    public required Guid Version { get; set; }
}
