using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>Something that a draft may refer to.</summary>
/// <param name="Id">As in the draft.</param>
/// <param name="Name">For people.</param>
public sealed record DraftChoice(Guid Id, LocalisedText Name);
