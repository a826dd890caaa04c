using System.Collections.Immutable;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search;

/// <summary>A provider that a query found.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Reasons">One for each word that counted, in the order of the query; empty where no words were asked for.</param>
public sealed record ProviderHit(Provider Provider, ImmutableArray<MatchReason> Reasons);
