using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Web.Features.Admin.Staff;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Revisions;

/// <summary>Reads who took an entry down, when and why, for whoever keeps it or decides whether it comes back.</summary>
public sealed class TakeDowns(TakeDownArchive archive, StaffNames staff, Reader reader, Texts texts)
{
    /// <summary>The latest first; empty where the subject was never down, or cannot be.</summary>
    public async Task<IReadOnlyList<TakeDownView>> ListAsync(Actor actor, Subject subject, CancellationToken cancellationToken)
    {
        if (subject.Kind != SubjectKind.Organisation)
        {
            return [];
        }

        var all = await archive.ListAsync(actor, subject.Id, cancellationToken);
        var names = await staff.ReadAsync(all.Select(takeDown => takeDown.ById), cancellationToken);
        return [.. all.Select(takeDown => TakeDownView.From(takeDown, names, reader, texts))];
    }

    /// <summary>The one that a revision would undo; null where it brings nothing back.</summary>
    public async Task<TakeDownView?> UndoneByAsync(Actor actor, RevisionSummary revision, CancellationToken cancellationToken) =>
        revision.BringsBack ? (await ListAsync(actor, revision.Subject, cancellationToken)).FirstOrDefault(takeDown => takeDown.When <= revision.CreatedAt) : null;
}
