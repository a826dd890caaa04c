namespace ReferralDirectory.Core.Domain;

/// <summary>A short code for immediate danger, dialled as it stands.</summary>
public sealed class EmergencyNumber
{
    /// <summary>Digits a short code may have.</summary>
    public const int NumberMaxLength = 6;

    /// <summary>Characters each language of <see cref="Name"/> may have.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The country it works in.</summary>
    public required Guid CountryId { get; init; }

    /// <summary>Place among the country's emergency numbers, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>Digits only.</summary>
    public required string Number { get; set; }

    /// <summary>Who answers.</summary>
    public required LocalisedText Name { get; set; }

    /// <summary>True where calling it is known to cost nothing.</summary>
    public required bool IsFree { get; set; }
}
