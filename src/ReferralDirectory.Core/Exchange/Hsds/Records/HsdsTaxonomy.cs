namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>taxonomy</c> of the standard.</summary>
public sealed record HsdsTaxonomy
{
    /// <summary>Stable.</summary>
    public required Guid Id { get; init; }

    /// <summary>What its terms are.</summary>
    public required string Name { get; init; }

    /// <summary>The same in a sentence.</summary>
    public required string Description { get; init; }
}
