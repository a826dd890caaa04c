namespace ReferralDirectory.Core.Domain;

/// <summary>A link that lets a staff member set up their account, or set it up anew when they have lost the way in. Used once.</summary>
public sealed class StaffInvitation
{
    /// <summary>How long the link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    /// <summary>Random.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>SHA-256 of the token in the link, in hexadecimal; the token itself is kept nowhere.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Whom it is for.</summary>
    public required Guid StaffMemberId { get; init; }

    /// <summary>Who invited; null for the command on the server.</summary>
    public Guid? InviterId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>UTC; null while the link can be used.</summary>
    public DateTime? UsedAt { get; set; }
}
