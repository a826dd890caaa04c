namespace ReferralDirectory.Core.Domain;

/// <summary>One organisation of an <see cref="Import"/>.</summary>
public sealed class ImportItem
{
    /// <summary>Which import.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Its place in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Where it begins in the file: the row of a table, or its place in the list.</summary>
    public required int Row { get; init; }

    /// <summary>Which organisation; a new one has the id that it will have. Empty where the file does not say which.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Its country; null where the file does not say which.</summary>
    public required Guid? CountryId { get; init; }

    /// <summary>Its name in the file, for a list.</summary>
    public required string Name { get; init; }

    /// <summary>What would be done.</summary>
    public required ImportItemKind Kind { get; init; }

    /// <summary>What would be proposed, as in <see cref="Revision.Snapshot"/>; null where nothing would be.</summary>
    public string? Snapshot { get; init; }

    /// <summary>The version of the entry that the file was compared with; null for a new one.</summary>
    public Guid? BaseVersion { get; init; }

    /// <summary>What the entry said, where it has no revision yet: its first will say that.</summary>
    public string? BaseSnapshot { get; init; }

    /// <summary>What must be mended, or what the file says besides, as JSON; null where there is nothing.</summary>
    public string? Faults { get; init; }

    /// <summary>What became of it; null before.</summary>
    public ImportOutcome? Outcome { get; set; }

    /// <summary>The revision that waits for review; null where there is none.</summary>
    public Guid? RevisionId { get; set; }
}
