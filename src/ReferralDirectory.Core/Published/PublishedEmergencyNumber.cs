using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>A short code for immediate danger.</summary>
/// <param name="Number">Digits, dialled as they stand.</param>
/// <param name="Name">Who answers.</param>
/// <param name="IsFree">True where it is known to be free.</param>
public sealed record PublishedEmergencyNumber(string Number, LocalisedText Name, bool IsFree);
