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

    /// <summary>Hash of the last entry that was read.</summary>
    public required string Hash { get; init; }
}
