namespace ReferralDirectory.Core.Domain;

/// <summary>What one organisation offers: of one or more types, for some audiences.</summary>
public sealed class Service
{
    /// <summary>Characters each language of <see cref="Description"/> may have.</summary>
    public const int DescriptionMaxLength = 600;

    /// <summary>Characters each language of <see cref="Eligibility"/> may have.</summary>
    public const int EligibilityMaxLength = 400;

    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who offers it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Place among the organisation's services, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>What it is, in plain words.</summary>
    public required LocalisedText Description { get; set; }

    /// <summary>On what conditions one gets it; null means not stated.</summary>
    public LocalisedText? Eligibility { get; set; }

    /// <summary>At least one.</summary>
    public List<AssistanceType> AssistanceTypes { get; } = [];

    /// <summary>Whom it is for; empty means that the source names nobody.</summary>
    public List<Audience> Audiences { get; } = [];
}
