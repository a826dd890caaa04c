namespace ReferralDirectory.Core.Domain;

/// <summary>One number or address of an organisation, confirmed on its own.</summary>
public sealed class ContactPoint
{
    /// <summary>Characters <see cref="Value"/> may have.</summary>
    public const int ValueMaxLength = 300;

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Place among the organisation's contacts, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>What sort of contact it is.</summary>
    public required ContactKind Kind { get; set; }

    /// <summary>A phone or hotline in E.164; anything else exactly as published.</summary>
    public required string Value { get; set; }

    /// <summary>Each time somebody checked it; empty means never.</summary>
    public List<Confirmation> Confirmations { get; } = [];
}
