namespace ReferralDirectory.Core.Domain;

/// <summary>One of the six steps as it stands in one country.</summary>
public sealed class Step
{
    /// <summary>Stable: see <see cref="StableId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The country.</summary>
    public required Guid CountryId { get; init; }

    /// <summary>Which of the six; each once in a country.</summary>
    public required StepKey Key { get; init; }

    /// <summary>What kinds of assistance act at this step; empty means all.</summary>
    public List<AssistanceType> AssistanceTypes { get; } = [];

    /// <summary>Its text, once per language.</summary>
    public List<StepText> Texts { get; } = [];
}
