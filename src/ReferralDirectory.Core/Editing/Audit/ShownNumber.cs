using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Audit;

/// <summary>A contact with the way in which a page writes its number, in texts: see <see cref="AuditRow"/>.</summary>
internal sealed class ShownNumber
{
    public required string? OrganisationId { get; init; }

    public required string? Kind { get; init; }

    public required string? Value { get; init; }

    public required string? NationalFormat { get; init; }

    public required string? InternationalFormat { get; init; }

    public required string? IsFree { get; init; }

    public static IQueryable<ShownNumber> AllOf(DirectoryDb db) => db.Ask<ShownNumber>(
        $"SELECT {db.TextsOf(nameof(OrganisationId), nameof(Kind), nameof(Value), nameof(NationalFormat), nameof(InternationalFormat), nameof(IsFree))} FROM \"ContactPoints\"");

    /// <summary>True where it is the number that is called, and free where that one is. Spaces and signs may be others: they change with the numbering plans.</summary>
    public bool IsTrue() => Kind is nameof(ContactKind.Phone) or nameof(ContactKind.Hotline)
        ? PhoneNumber.TryParse(Value, null, out var phone) && IsSame(NationalFormat, phone.National) && IsSame(InternationalFormat, phone.International) && IsFree == (phone.IsFree ? "1" : "0")
        : NationalFormat is null && InternationalFormat is null && IsFree is null;

    private static bool IsSame(string? shown, string number) => shown is not null && !shown.Any(char.IsLetter) && Digits(shown) == Digits(number);

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));
}
