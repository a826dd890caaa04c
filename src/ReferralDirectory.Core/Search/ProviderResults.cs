using System.Collections.Immutable;

namespace ReferralDirectory.Core.Search;

/// <summary>What a query found.</summary>
/// <param name="Total">Providers found, on all pages.</param>
/// <param name="Hits">The page that was asked for, best first; among equals the latest confirmed first, then by slug.</param>
/// <param name="Facets">How many providers each choice of each filter would leave.</param>
/// <param name="DroppedWords">
/// Words, as typed, that the result does not honour, since nothing has them or nothing has them together with the
/// others. Empty where every provider found has every word.
/// </param>
public sealed record ProviderResults(int Total, ImmutableArray<ProviderHit> Hits, ProviderFacets Facets, ImmutableArray<string> DroppedWords);
