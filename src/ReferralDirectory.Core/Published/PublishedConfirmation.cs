using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>When a contact was last checked.</summary>
/// <param name="At">UTC; never after the moment at which the directory was read.</param>
/// <param name="How">How it was checked.</param>
/// <param name="IsStale">So long ago that readers are told: see <see cref="Freshness.IsStale"/>.</param>
public sealed record PublishedConfirmation(DateTime At, ConfirmationMethod How, bool IsStale)
{
    /// <summary>A confirmation as it stands at a moment.</summary>
    /// <param name="at">When, UTC.</param>
    /// <param name="how">How.</param>
    /// <param name="now">The moment, UTC.</param>
    public static PublishedConfirmation Of(DateTime at, ConfirmationMethod how, DateTime now) =>
        new(at < now ? at : now, how, Freshness.IsStale(at, now));
}
