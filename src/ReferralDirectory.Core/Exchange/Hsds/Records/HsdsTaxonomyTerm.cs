namespace ReferralDirectory.Core.Exchange.Hsds.Records;

/// <summary><c>taxonomy_term</c> of the standard.</summary>
public sealed record HsdsTaxonomyTerm
{
    /// <summary>The term's own.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its slug.</summary>
    public required string Code { get; init; }

    /// <summary>The term.</summary>
    public required string Name { get; init; }

    /// <summary>For a type of assistance the need in a reader's words; otherwise the term.</summary>
    public required string Description { get; init; }

    /// <summary>The name of its taxonomy.</summary>
    public required string Taxonomy { get; init; }

    /// <summary>ISO 639: the language of <c>name</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Its taxonomy.</summary>
    public required Guid TaxonomyId { get; init; }
}
