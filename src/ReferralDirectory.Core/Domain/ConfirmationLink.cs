using System.Collections.Immutable;

namespace ReferralDirectory.Core.Domain;

/// <summary>
/// Lets somebody of an organisation without an account say, once, which of its contacts are right. What they say waits for a reviewer
/// like every other proposal.
/// </summary>
public sealed class ConfirmationLink
{
    /// <summary>How long the link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Random. Stands among the contributors of the proposal: it is nobody who could approve.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the token in the link, in hexadecimal; the token itself is kept nowhere.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Whose contacts.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The reviewer who made it. They could open it themselves, and so approve nothing that comes by it.</summary>
    public required Guid MakerId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>UTC; null while nobody has answered.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>UTC; null unless a reviewer ended it.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>The proposal that came by it.</summary>
    public Guid? RevisionId { get; set; }

    /// <summary>Contacts that were marked as right.</summary>
    public ImmutableArray<Guid> Right { get; set; } = [];

    /// <summary>Contacts that were marked as wrong.</summary>
    public ImmutableArray<Guid> Wrong { get; set; } = [];

    /// <summary>True where it can be answered.</summary>
    /// <param name="now">UTC.</param>
    public bool IsOpen(DateTime now) => UsedAt is null && RevokedAt is null && now < ExpiresAt;
}
