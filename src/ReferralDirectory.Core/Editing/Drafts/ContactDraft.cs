using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>One number or address.</summary>
/// <param name="Id">
/// Empty for a new one. What counts is kind and value: with a new value or kind the contact gets a new id, whatever stands here.
/// </param>
/// <param name="Kind">What sort of contact.</param>
/// <param name="Value">As typed; a number is stored in E.164 once it can be read.</param>
public sealed record ContactDraft(Guid Id, ContactKind Kind, string Value);
