using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>What became of contacts that were to be confirmed.</summary>
/// <param name="At"><see cref="Confirmation.At"/> of those that were confirmed.</param>
/// <param name="Confirmed">They are confirmed now.</param>
/// <param name="Already">They were confirmed on the same day in the same way.</param>
/// <param name="Gone">They are not there any more – changed, or removed – or not the actor's: nothing was confirmed of them.</param>
/// <param name="Organisations">Whose contacts they are.</param>
public sealed record ConfirmationResult(DateTime At, ImmutableArray<Guid> Confirmed, ImmutableArray<Guid> Already, ImmutableArray<Guid> Gone, ImmutableHashSet<Guid> Organisations);
