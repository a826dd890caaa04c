using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>What an import would do, or did, with one organisation.</summary>
public sealed record ImportLine
{
    /// <summary>Its place in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Where it begins: the row of a table, or its place in a list.</summary>
    public required int Row { get; init; }

    /// <summary>Its name in the file.</summary>
    public required string Name { get; init; }

    /// <summary>Its country; null where the file does not say which.</summary>
    public required Guid? CountryId { get; init; }

    /// <summary>What would be done.</summary>
    public required ImportItemKind Kind { get; init; }

    /// <summary>What became of it; null before.</summary>
    public required ImportOutcome? Outcome { get; init; }

    /// <summary>The revision that was handed in; null where there is none.</summary>
    public required Guid? RevisionId { get; init; }

    /// <summary>What the entry says now; null for a new one, or where nothing would be proposed.</summary>
    public required OrganisationDraft? Before { get; init; }

    /// <summary>What would be proposed; null where nothing would be.</summary>
    public required OrganisationDraft? After { get; init; }

    /// <summary>Field by field; empty where nothing would be proposed.</summary>
    public required ImmutableArray<FieldDifference> Differences { get; init; }

    /// <summary>True where the entry was changed after the file was compared with it: nothing will be proposed.</summary>
    public required bool IsOvertaken { get; init; }

    /// <summary>What must be mended, or what the file says besides.</summary>
    public required ImmutableArray<ImportFault> Faults { get; init; }
}
