using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing;

/// <summary>What a form starts from.</summary>
/// <param name="Draft">What the subject says now.</param>
/// <param name="BaseVersion">Goes into the form, and back in <see cref="DraftInput.BaseVersion"/>.</param>
/// <param name="IsTakenDown">The public does not see the entry.</param>
public sealed record DraftStart(SubjectDraft Draft, Guid BaseVersion, bool IsTakenDown);
