using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>A service at one of the locations of its provider.</summary>
/// <param name="Country">Where the provider works.</param>
/// <param name="Provider">Who offers it.</param>
/// <param name="Service">What.</param>
/// <param name="LocationId">Where.</param>
public readonly record struct HsdsPlacedService(PublishedCountry Country, Provider Provider, PublishedService Service, Guid LocationId);
