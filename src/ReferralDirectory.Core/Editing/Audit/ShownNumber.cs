using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>A contact with the way in which a page writes its number, in texts: see <see cref="AuditRow"/>.</summary>
internal sealed class ShownNumber
{
    private const string Query = """
        SELECT CAST("OrganisationId" AS TEXT) AS "OrganisationId", CAST("Kind" AS TEXT) AS "Kind", CAST("Value" AS TEXT) AS "Value",
            CAST("NationalFormat" AS TEXT) AS "National", CAST("InternationalFormat" AS TEXT) AS "International",
            CAST("IsFree" AS TEXT) AS "IsFree"
        FROM "ContactPoints"
        """;

    public required string? OrganisationId { get; init; }

    public required string? Kind { get; init; }

    public required string? Value { get; init; }

    public required string? National { get; init; }

    public required string? International { get; init; }

    public required string? IsFree { get; init; }

    public static IQueryable<ShownNumber> AllOf(DirectoryDb db) => db.Database.SqlQueryRaw<ShownNumber>(Query);

    /// <summary>True where it is the number that is called, and free where that one is. Spaces and signs may be others: they change with the numbering plans.</summary>
    public bool IsTrue() => Kind is nameof(ContactKind.Phone) or nameof(ContactKind.Hotline)
        ? PhoneNumber.TryParse(Value, null, out var phone) && IsSame(National, phone.National) && IsSame(International, phone.International) && IsFree == (phone.IsFree ? "1" : "0")
        : National is null && International is null && IsFree is null;

    private static bool IsSame(string? shown, string number) => shown is not null && !shown.Any(char.IsLetter) && Digits(shown) == Digits(number);

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));
}
