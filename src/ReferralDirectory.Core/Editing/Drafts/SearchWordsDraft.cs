using System.Collections.Immutable;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>What people type in one language.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Words">Words and short phrases.</param>
public sealed record SearchWordsDraft(string Language, ImmutableArray<string> Words);
