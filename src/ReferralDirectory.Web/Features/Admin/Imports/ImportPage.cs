using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Imports;

/// <summary>One import: how far it is, what it would change, what must be mended.</summary>
public sealed record ImportPage : StaffPage
{
    public required Guid Id { get; init; }

    /// <summary>How it stands, in a sentence.</summary>
    public required string State { get; init; }

    /// <summary>Why the file cannot be read, and what to do; null where it can.</summary>
    public required string? Fault { get; init; }

    /// <summary>It is read, or handed in, right now.</summary>
    public required bool IsWorking { get; init; }

    public required int Percent { get; init; }

    /// <summary>Numbers that lead to lists; a number of none leads nowhere.</summary>
    public required IReadOnlyList<(string Text, string? Href)> Counts { get; init; }

    /// <summary>How many proposals can be handed in; 0 where none.</summary>
    public required int Proposals { get; init; }

    public required bool MayCancel { get; init; }

    /// <summary>What is listed below.</summary>
    public required string? ListTitle { get; init; }

    public required IReadOnlyList<ImportLineView> Lines { get; init; }

    /// <summary>Null where there are no more.</summary>
    public required string? MoreHref { get; init; }
}
