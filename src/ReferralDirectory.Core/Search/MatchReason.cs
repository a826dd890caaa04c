using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;

namespace ReferralDirectory.Core.Search;

/// <summary>Why a provider is in a result, for one word of the query.</summary>
/// <param name="Field">The weightiest field that has the word.</param>
/// <param name="Word">The word as it was understood: folded, and of the other keyboard where the wrong one was used; for a number its digits.</param>
/// <param name="Term">For a place, type or audience: which one.</param>
/// <param name="Phone">For a number: which one.</param>
public sealed record MatchReason(MatchedField Field, string Word, PublishedTerm? Term = null, PhoneNumber? Phone = null);
