using ReferralDirectory.Web.Features.Admin.Shared;

namespace ReferralDirectory.Web.Features.Admin.Freshness;

/// <summary>How fresh somebody's contacts are, for the overview.</summary>
/// <param name="Counts">Parts of the queue that have something in them.</param>
/// <param name="Confirmed">Confirmations over the months.</param>
public sealed record FreshnessSummary(IReadOnlyList<FilterLink> Counts, MonthChart Confirmed);
