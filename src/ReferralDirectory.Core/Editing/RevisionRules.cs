using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Subjects;

namespace ReferralDirectory.Core.Editing;

/// <summary>Questions that several operations ask of a revision.</summary>
internal static class RevisionRules
{
    /// <summary>True where the subject no longer says what the author started from.</summary>
    /// <param name="revision">Any that is not decided.</param>
    /// <param name="state">Its subject.</param>
    /// <param name="published">The revision the subject stands at.</param>
    public static bool IsOvertaken(this Revision revision, SubjectState state, Revision? published) =>
        revision.BaseRevisionId != published?.Id
        // A later take-down leaves the content as it is; but who agreed to bring an entry back did not know of it.
        || (revision.BringsBack && revision.BaseVersion != state.Version);

    public static async Task<EditResult.Conflict> ConflictAsync(this EditingSession session, Revision revision, SubjectState state)
    {
        var origin = await session.SnapshotAsync(revision.BaseRevisionId);
        var mine = DraftJson.Read(revision.Snapshot);
        var (_, open) = DraftMerge.Merge(origin, state.Published!, mine, new Dictionary<string, MergeChoice>());
        return new EditResult.Conflict(new DraftConflict(origin, state.Published!, await session.TheirsIdAsync(state), mine, open));
    }

    /// <summary><see cref="DraftConflict.TheirsId"/>.</summary>
    public static async Task<Guid> TheirsIdAsync(this EditingSession session, SubjectState state) => (await session.LastPublishedAsync(state))?.Id ?? Guid.Empty;

    public static EditResult.Overtaken Overtaken(this Revision revision) => new(RevisionSummary.From(revision), DraftJson.Read(revision.Snapshot));

    public static EditResult.Done Done(this Revision revision) => new(RevisionSummary.From(revision), []);
}
