using System.Collections.Immutable;
using ReferralDirectory.Core.Search;

namespace ReferralDirectory.Web.Features.Providers;

/// <summary>A card such as the list shows.</summary>
/// <param name="Before">What stands above the reasons.</param>
/// <param name="Reasons">Why it could have been found.</param>
/// <param name="After">What stands below them.</param>
public sealed record SampleCard(byte[] Before, ImmutableArray<MatchReason> Reasons, byte[] After);
