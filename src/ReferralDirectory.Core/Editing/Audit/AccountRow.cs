using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>A member of staff with one of their roles, in texts: see <see cref="AuditRow"/>.</summary>
internal sealed class AccountRow
{
    private const string Rows = """
        (SELECT m."Id", m."RevokedAt", g."Role", g."OrganisationId", g."CountryId" FROM "StaffMembers" m LEFT JOIN "StaffGrants" g ON g."StaffMemberId" = m."Id")
        """;

    public required string Id { get; init; }

    public required string? RevokedAt { get; init; }

    /// <summary>Null where they have none.</summary>
    public required string? Role { get; init; }

    public required string? OrganisationId { get; init; }

    public required string? CountryId { get; init; }

    /// <summary>As <see cref="Domain.StaffGrant.AuditDetail"/> says it, for what the program itself could have written.</summary>
    public string Detail => (OrganisationId ?? CountryId) is { } place ? $"{Role} {(StoredText.IsId(place) ? place.ToLowerInvariant() : place)}{(OrganisationId is null || CountryId is null ? "" : " " + CountryId)}" : $"{Role}";

    public static IQueryable<AccountRow> AllOf(DirectoryDb db) =>
        db.Ask<AccountRow>($"SELECT {db.TextsOf(nameof(Id), nameof(RevokedAt), nameof(Role), nameof(OrganisationId), nameof(CountryId))} FROM {Rows} AS \"Rows\"");
}
