using ReferralDirectory.Web.Features.Shared;

namespace ReferralDirectory.Web.Features.Admin.Review;

/// <summary>What waits, oldest first.</summary>
public sealed record QueuePage : StaffPage
{
    /// <summary>What the reader may decide.</summary>
    public required IReadOnlyList<QueueLine> Waiting { get; init; }

    /// <summary>What they wrote themselves, and somebody else decides.</summary>
    public required IReadOnlyList<QueueLine> Own { get; init; }
}
