using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>What an organisation said of its contacts by a <see cref="ConfirmationLink"/>.</summary>
/// <param name="Right">Contacts that are right.</param>
/// <param name="Wrong">Contacts that are wrong.</param>
/// <param name="Corrections">What is right instead, by the contact; as typed.</param>
/// <param name="Note">For the reviewer, at most <see cref="Revision.NoteMaxLength"/> characters; may be empty.</param>
public sealed record LinkAnswer(ImmutableArray<Guid> Right, ImmutableArray<Guid> Wrong, ImmutableDictionary<Guid, string> Corrections, string Note);
