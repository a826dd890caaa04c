using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Review;

/// <summary>What waits, oldest first.</summary>
public sealed record QueuePage : StaffPage
{
    /// <summary>Revisions of one page.</summary>
    public const int Length = 30;

    /// <summary>What the reader may decide.</summary>
    public required IReadOnlyList<QueueLine> Waiting { get; init; }

    /// <summary>What they wrote themselves, and somebody else decides.</summary>
    public required IReadOnlyList<QueueLine> Own { get; init; }

    /// <summary>Those that wait longer; null on the first page.</summary>
    public required string? EarlierHref { get; init; }

    /// <summary>Those that were sent later; null on the last page.</summary>
    public required string? LaterHref { get; init; }
}
