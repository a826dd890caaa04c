namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>attribute</c> of the standard: a term that applies to a service.</summary>
public sealed record HsdsAttribute
{
    /// <summary>Stable: made from service and term.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service.</summary>
    public required Guid LinkId { get; init; }

    /// <summary>The term.</summary>
    public required Guid TaxonomyTermId { get; init; }

    /// <summary>What the term says of the service.</summary>
    public required string LinkType { get; init; }

    /// <summary><c>service</c>.</summary>
    public required string LinkEntity { get; init; }

    /// <summary>The term.</summary>
    public HsdsTaxonomyTerm? TaxonomyTerm { get; init; }
}
