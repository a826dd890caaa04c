using System.Collections.Immutable;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;

namespace ReferralDirectory.Core.Editing;

/// <summary>A revision with what it says.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Draft">What it says.</param>
/// <param name="Published">What its subject says now; null where it was never published.</param>
/// <param name="Differences">From <paramref name="Published"/> to <paramref name="Draft"/>.</param>
/// <param name="Faults">For a draft or one that was submitted: what keeps it from being published.</param>
/// <param name="Reasons">Why it needs a second person; empty where it does not.</param>
/// <param name="IsOvertaken">Its subject was published by somebody else since its author began: see <see cref="RestoreDesk.RebaseAsync"/>.</param>
/// <param name="MayPublish">The actor may publish it, as far as their roles and its contributors go.</param>
/// <param name="MayRebase">
/// It is overtaken, and the actor brings it up to date: as its author; or, once it was handed in, as whoever may edit its subject, where no
/// author can do so any more, or there is none.
/// </param>
/// <param name="Marked">For what came by a confirmation link: contacts that were marked as right, and as wrong; otherwise null.</param>
public sealed record RevisionDetails(
    RevisionSummary Summary,
    SubjectDraft Draft,
    SubjectDraft? Published,
    ImmutableArray<FieldDifference> Differences,
    ImmutableArray<DraftFault> Faults,
    ImmutableArray<SecondPersonReason> Reasons,
    bool IsOvertaken,
    bool MayPublish,
    bool MayRebase,
    (ImmutableArray<Guid> Right, ImmutableArray<Guid> Wrong)? Marked);
