namespace ReferralDirectory.Core.Domain;

/// <summary>Stands in once for a lost second factor. Deleted when used.</summary>
public sealed class StaffRecoveryCode
{
    /// <summary>How many a staff member is given.</summary>
    public const int Count = 10;

    /// <summary>Random.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Whose.</summary>
    public required Guid StaffMemberId { get; init; }

    /// <summary>SHA-256 of the code, in hexadecimal. A code is random and long enough that no slower hash is needed.</summary>
    public required string Hash { get; init; }
}
