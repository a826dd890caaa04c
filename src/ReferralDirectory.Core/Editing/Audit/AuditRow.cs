using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>
/// An audit entry as its row says it, in texts. Whoever tampers with the log may write there what is no entry at all, and then it must still be
/// read.
/// </summary>
internal sealed class AuditRow
{
    private static readonly string[] Texts = [nameof(At), nameof(ActorId), nameof(Action), nameof(SubjectKind), nameof(SubjectId), nameof(RevisionId), nameof(Detail), nameof(PreviousHash), nameof(Hash)];

    public required long Number { get; init; }

    public required string? At { get; init; }

    public required string? ActorId { get; init; }

    public required string? Action { get; init; }

    public required string? SubjectKind { get; init; }

    public required string? SubjectId { get; init; }

    public required string? RevisionId { get; init; }

    public required string? Detail { get; init; }

    public required string? PreviousHash { get; init; }

    public required string? Hash { get; init; }

    public static IQueryable<AuditRow> AllOf(DirectoryDb db) => db.Ask<AuditRow>($"SELECT \"Number\", {db.TextsOf(Texts)} FROM \"AuditEntries\"");

    /// <summary>The entry; null where a column says what none could say.</summary>
    public AuditEntry? Read() =>
        StoredText.TryReadTime(At, out var at) && StoredText.TryReadId(ActorId, out var actor) && StoredText.TryReadName<AuditAction>(Action, out var action)
        && StoredText.TryReadName<AuditSubject>(SubjectKind, out var kind) && StoredText.TryReadId(SubjectId, out var subject) && subject is { } subjectId
        && StoredText.TryReadId(RevisionId, out var revision) && this is { Detail: { } detail, PreviousHash: { } previous, Hash: { } hash }
            ? new AuditEntry
            {
                Number = Number,
                At = at,
                ActorId = actor,
                Action = action,
                SubjectKind = kind,
                SubjectId = subjectId,
                RevisionId = revision,
                Detail = detail,
                PreviousHash = previous,
                Hash = hash,
            }
            : null;
}
