namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>From when to when.</summary>
/// <param name="Opens">As <c>09:00</c>.</param>
/// <param name="Closes">As <c>18:00</c>.</param>
public sealed record OpeningRangeDraft(string Opens, string Closes);
