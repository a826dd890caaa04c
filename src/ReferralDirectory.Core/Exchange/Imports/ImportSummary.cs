using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>How an import stands.</summary>
public sealed record ImportSummary
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was begun, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public required ImportState State { get; init; }

    /// <summary>Organisations found so far.</summary>
    public required int Organisations { get; init; }

    /// <summary>How much of what is being done is done, in per cent; 100 where nothing is.</summary>
    public required int Percent { get; init; }

    /// <summary>Why the file cannot be read; null where it can.</summary>
    public required ImportFileFault? Fault { get; init; }

    /// <summary>The row of that, from 1; 0 where it is in no row.</summary>
    public required int FaultRow { get; init; }

    /// <summary>What stands there; may be empty.</summary>
    public required string FaultDetail { get; init; }

    /// <summary>Organisations by what would be done with them.</summary>
    public required ImmutableDictionary<ImportItemKind, int> Kinds { get; init; }

    /// <summary>Organisations by what became of them.</summary>
    public required ImmutableDictionary<ImportOutcome, int> Outcomes { get; init; }

    /// <summary>Organisations for which something would be proposed.</summary>
    public int Proposals => Kinds.GetValueOrDefault(ImportItemKind.Addition) + Kinds.GetValueOrDefault(ImportItemKind.Change);
}
