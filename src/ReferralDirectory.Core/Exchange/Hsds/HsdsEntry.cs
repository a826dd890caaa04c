using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Exchange.Hsds;

/// <summary>A provider and its country.</summary>
/// <param name="Country">Where it works.</param>
/// <param name="Provider">Who.</param>
public readonly record struct HsdsEntry(PublishedCountry Country, Provider Provider);
