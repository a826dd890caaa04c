using System.Collections.Immutable;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing;

/// <summary>Somebody else published the same subject meanwhile.</summary>
/// <param name="Base">What the author started from; null where that is not known.</param>
/// <param name="Theirs">What is published now.</param>
/// <param name="TheirsId">The revision that published it; empty where none did.</param>
/// <param name="Mine">What the revision says.</param>
/// <param name="Fields">Fields that both changed, which need a choice; what only one of them changed is merged without asking.</param>
public sealed record DraftConflict(SubjectDraft? Base, SubjectDraft Theirs, Guid TheirsId, SubjectDraft Mine, ImmutableArray<MergeConflict> Fields);
