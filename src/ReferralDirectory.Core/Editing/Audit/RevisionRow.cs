using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>A revision as its row says it, in texts: see <see cref="AuditRow"/>.</summary>
internal sealed class RevisionRow
{
    private static readonly string[] Texts = [.. typeof(RevisionRow).GetProperties().Select(column => column.Name)];

    public required string? Id { get; init; }

    public required string? SubjectKind { get; init; }

    public required string? SubjectId { get; init; }

    public required string? CountryId { get; init; }

    public required string? Number { get; init; }

    public required string? State { get; init; }

    public required string? AuthorId { get; init; }

    public required string? Contributors { get; init; }

    public required string? Origin { get; init; }

    public required string? Note { get; init; }

    public required string? CreatedAt { get; init; }

    public required string? SubmittedAt { get; init; }

    public required string? DecidedAt { get; init; }

    public required string? DecidedById { get; init; }

    public required string? Reason { get; init; }

    public required string? BaseVersion { get; init; }

    public required string? BaseRevisionId { get; init; }

    public required string? AppliedVersion { get; init; }

    public required string? BringsBack { get; init; }

    public required string? Snapshot { get; init; }

    public required string? Version { get; init; }

    public static IQueryable<RevisionRow> AllOf(DirectoryDb db) => db.Ask<RevisionRow>($"SELECT {db.TextsOf(Texts)} FROM \"Revisions\"");

    /// <summary>The revision; null where a column says what none could say.</summary>
    public Revision? Read() =>
        StoredText.TryReadId(Id, out var id) && id is { } revisionId && StoredText.TryReadName<SubjectKind>(SubjectKind, out var kind) && StoredText.TryReadId(SubjectId, out var subject) && subject is { } subjectId
        && StoredText.TryReadId(CountryId, out var country) && int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && StoredText.TryReadName<RevisionState>(State, out var state)
        && StoredText.TryReadId(AuthorId, out var author) && TryReadIds(Contributors, out var contributors) && StoredText.TryReadName<RevisionOrigin>(Origin, out var origin)
        && StoredText.TryReadTime(CreatedAt, out var created) && StoredText.TryReadTimeOrNull(SubmittedAt, out var submitted)
        && StoredText.TryReadTimeOrNull(DecidedAt, out var decided) && StoredText.TryReadId(DecidedById, out var decidedBy)
        && StoredText.TryReadId(BaseVersion, out var baseVersion) && StoredText.TryReadId(BaseRevisionId, out var baseRevision) && StoredText.TryReadId(AppliedVersion, out var applied)
        && StoredText.TryReadId(Version, out var version) && this is { Note: { } note, BringsBack: "0" or "1", Snapshot: { } snapshot }
            ? new Revision
            {
                Id = revisionId,
                SubjectKind = kind,
                SubjectId = subjectId,
                CountryId = country,
                Number = number,
                State = state,
                AuthorId = author,
                Contributors = contributors,
                Origin = origin,
                Note = note,
                CreatedAt = created,
                SubmittedAt = submitted,
                DecidedAt = decided,
                DecidedById = decidedBy,
                Reason = Reason,
                BaseVersion = baseVersion,
                BaseRevisionId = baseRevision,
                AppliedVersion = applied,
                BringsBack = BringsBack == "1",
                Snapshot = snapshot,
                Version = version ?? Guid.Empty,
            }
            : null;

    private static bool TryReadIds(string? json, out ImmutableArray<Guid> ids)
    {
        try
        {
            ids = json is null ? default : JsonSerializer.Deserialize<ImmutableArray<Guid>>(json);
        }
        catch (JsonException)
        {
            ids = default;
        }

        return !ids.IsDefault;
    }
}
