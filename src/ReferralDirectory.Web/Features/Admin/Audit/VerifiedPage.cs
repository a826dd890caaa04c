using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Audit;

/// <summary>What a look through the whole audit log found.</summary>
public sealed record VerifiedPage : StaffPage
{
    public required bool IsWhole { get; init; }

    public required string What { get; init; }

    /// <summary>What is not as the log says.</summary>
    public required IReadOnlyList<ContentLine> Contents { get; init; }

    /// <summary>What the log does not cover, in words; empty where it covers everything.</summary>
    public required IReadOnlyList<string> NotCovered { get; init; }

    public required string Next { get; init; }

    /// <summary>That what was kept fits, in words; null where nothing was kept, or something is broken.</summary>
    public required string? Kept { get; init; }

    /// <summary>What the look ended with, to be kept; null where the log is broken.</summary>
    public required string? Mark { get; init; }
}
