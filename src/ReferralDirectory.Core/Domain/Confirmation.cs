namespace ReferralDirectory.Core.Domain;

/// <summary>Somebody checked that a contact is right.</summary>
public sealed class Confirmation
{
    /// <summary>Characters <see cref="By"/> may have.</summary>
    public const int ByMaxLength = 80;

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>What was checked.</summary>
    public required Guid ContactPointId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>How.</summary>
    public required ConfirmationMethod How { get; init; }

    /// <summary>Who: a team or an organisation, not a private person.</summary>
    public required string By { get; init; }
}
