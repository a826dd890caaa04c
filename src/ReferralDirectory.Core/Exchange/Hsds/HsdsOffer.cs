using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>A service and who offers it.</summary>
/// <param name="Country">Where the provider works.</param>
/// <param name="Provider">Who.</param>
/// <param name="Service">What.</param>
public readonly record struct HsdsOffer(PublishedCountry Country, Provider Provider, PublishedService Service);
