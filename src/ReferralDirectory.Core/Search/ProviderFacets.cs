namespace ReferralDirectory.Core.Search;

/// <summary>
/// How many providers each choice would leave. The counts of a filter honour the words and all other filters, and
/// ignore what that filter itself is set to: they say what another choice would bring.
/// </summary>
/// <param name="Needs">By assistance type; under an audience, services of that type for that audience.</param>
/// <param name="Places">By place.</param>
/// <param name="PlaceNotStated">Providers whose place is not stated.</param>
/// <param name="Audiences">By audience; under a need, services of that type for that audience.</param>
public sealed record ProviderFacets(FacetCounts Needs, FacetCounts Places, int PlaceNotStated, FacetCounts Audiences);
