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

    /// <summary>A phone or hotline as people of its country write it; null for anything else.</summary>
    /// <remarks>
    /// This and the next two follow from <see cref="Value"/>. They are stored, because a start would spend longer on loading the
    /// numbering plans than on reading the whole directory.
    /// </remarks>
    public string? NationalFormat { get => Number?.National; private set => _ = value; }

    /// <summary>A phone or hotline as it is written for a caller from another country; null for anything else.</summary>
    public string? InternationalFormat { get => Number?.International; private set => _ = value; }

    /// <summary>See <see cref="PhoneNumber.IsFree"/>; null for what is no phone or hotline.</summary>
    public bool? IsFree { get => Number?.IsFree; private set => _ = value; }

    /// <summary>Each time somebody checked it; empty means never.</summary>
    public List<Confirmation> Confirmations { get; } = [];

    private PhoneNumber? Number => Kind is ContactKind.Phone or ContactKind.Hotline ? PhoneNumber.FromE164(Value) : null;
}
