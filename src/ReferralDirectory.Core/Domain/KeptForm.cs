namespace ReferralDirectory.Core.Domain;

/// <summary>What a staff member had typed when it turned out that they had to sign in again.</summary>
public sealed class KeptForm
{
    /// <summary>Characters of a form that is kept: any draft that can be stored, and what goes with it.</summary>
    public const int MaxLength = 512 * 1024;

    /// <summary>Forms kept for one staff member; the oldest goes first.</summary>
    public const int MaxPerMember = 5;

    /// <summary>How long one is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Random.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>For whom the page with the form was made, and who alone gets it back.</summary>
    public required Guid StaffMemberId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime KeptAt { get; init; }

    /// <summary>Address and fields, encrypted.</summary>
    public required string Protected { get; init; }
}
