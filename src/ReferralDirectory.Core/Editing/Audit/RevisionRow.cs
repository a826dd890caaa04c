using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>A revision as its row says it, in texts: see <see cref="AuditRow"/>.</summary>
internal sealed class RevisionRow
{
    private const string Query = """
        SELECT CAST("Id" AS TEXT) AS "Id", CAST("SubjectKind" AS TEXT) AS "SubjectKind", CAST("SubjectId" AS TEXT) AS "SubjectId",
            CAST("CountryId" AS TEXT) AS "CountryId", CAST("State" AS TEXT) AS "State", CAST("Origin" AS TEXT) AS "Origin",
            CAST("Contributors" AS TEXT) AS "Contributors", CAST("BringsBack" AS TEXT) AS "BringsBack", CAST("Snapshot" AS TEXT) AS "Snapshot"
        FROM "Revisions"
        """;

    public required string? Id { get; init; }

    public required string? SubjectKind { get; init; }

    public required string? SubjectId { get; init; }

    public required string? CountryId { get; init; }

    public required string? State { get; init; }

    public required string? Origin { get; init; }

    public required string? Contributors { get; init; }

    public required string? BringsBack { get; init; }

    public required string? Snapshot { get; init; }

    public bool IsLoaded => Origin == nameof(RevisionOrigin.Loaded);

    public Guid? Country => Guid.TryParse(CountryId, out var id) ? id : null;

    public static IQueryable<RevisionRow> AllOf(DirectoryDb db) => db.Database.SqlQueryRaw<RevisionRow>(Query);

    /// <summary>What <see cref="AuditSeal"/> makes of it; null where it cannot be read.</summary>
    public string? Seal()
    {
        try
        {
            return BringsBack is "0" or "1" && Contributors is not null && Snapshot is not null && (CountryId is null || Country is not null)
                ? AuditSeal.Of(Country, JsonSerializer.Deserialize<ImmutableArray<Guid>>(Contributors), BringsBack == "1", Snapshot)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What its snapshot comes to; null where it cannot be read.</summary>
    public ContentSum? Sum()
    {
        try
        {
            return Snapshot is null ? null : ContentSum.Of(DraftJson.Read(Snapshot), Country);
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException)
        {
            return null;
        }
    }
}
