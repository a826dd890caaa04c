using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>Where facts of a country come from.</summary>
/// <param name="Id">Stable: see <see cref="StableId"/>.</param>
/// <param name="Name">The source.</param>
public sealed record PublishedSource(Guid Id, LocalisedText Name);
