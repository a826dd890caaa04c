using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing;

/// <summary>A revision that waits for a decision.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Differences">From what is published now to what it says.</param>
/// <param name="Reasons">Why it needs a second person; empty where it does not.</param>
public sealed record QueuedRevision(RevisionSummary Summary, ImmutableArray<FieldDifference> Differences, ImmutableArray<SecondPersonReason> Reasons)
{
    internal static QueuedRevision From(Revision revision, string? publishedSnapshot, IReadOnlyCollection<Guid> hotlineTypes)
    {
        var draft = DraftJson.Read(revision.Snapshot);
        var published = publishedSnapshot is null ? null : DraftJson.Read(publishedSnapshot);
        return new QueuedRevision(RevisionSummary.From(revision), DraftDifference.Between(published, draft), SecondPerson.Reasons(draft, published, revision.BringsBack, hotlineTypes));
    }
}
