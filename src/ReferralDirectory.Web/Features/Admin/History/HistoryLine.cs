using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.History;

/// <summary>Something that happened to a subject: one of the two.</summary>
/// <param name="Revision">It was to say something else.</param>
/// <param name="TakenDown">It was taken down.</param>
public sealed record HistoryLine(RevisionView? Revision, TakeDownView? TakenDown)
{
    /// <summary>The latest first.</summary>
    public static IReadOnlyList<HistoryLine> Of(IEnumerable<RevisionSummary> revisions, IEnumerable<TakeDownView> takeDowns, IReadOnlyDictionary<Guid, string> names, Reader reader, Texts texts) =>
    [
        // An entry's first revision is written when it is taken down, at the same moment: that comes before.
        .. takeDowns.Select(takeDown => (takeDown.When, Line: new HistoryLine(null, takeDown)))
            .Concat(revisions.Select(revision => (When: revision.CreatedAt, Line: new HistoryLine(RevisionView.From(revision, names, reader, texts), null))))
            .OrderByDescending(line => line.When).Select(line => line.Line),
    ];
}
