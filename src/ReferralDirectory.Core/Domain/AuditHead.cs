namespace ReferralDirectory.Core.Domain;

/// <summary>The end of the audit log, in one row: entries cut off at the end are missed by it.</summary>
public sealed class AuditHead
{
    /// <summary>The only row's id.</summary>
    public const int OnlyId = 1;

    /// <summary>Characters of a hash.</summary>
    public const int HashLength = 64;

    /// <summary>What the first entry follows.</summary>
    public static string FirstHash { get; } = new('0', HashLength);

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary><see cref="AuditEntry.Number"/> of the last entry; 0 before the first.</summary>
    public required long Number { get; set; }

    /// <summary>Its hash.</summary>
    public required string Hash { get; set; }
}
