using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>What a provider offers.</summary>
/// <param name="Id">Stable: see <see cref="StableId"/>.</param>
/// <param name="Description">In plain words.</param>
/// <param name="Types">At least one, in the order of the taxonomy.</param>
/// <param name="Audiences">Whom it is for; empty where the source names nobody.</param>
public sealed record PublishedService(Guid Id, LocalisedText Description, ImmutableArray<PublishedTerm> Types, ImmutableArray<PublishedTerm> Audiences)
{
    /// <summary>On what conditions one gets it; null where that is not stated.</summary>
    public LocalisedText? Eligibility { get; init; }
}
