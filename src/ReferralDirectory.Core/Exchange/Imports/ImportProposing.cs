using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>
/// Hands in what an import would change, or takes that back: a few organisations in one commit, and then others may write. One commit for all
/// would let a take-down wait for twenty seconds.
/// </summary>
internal sealed class ImportProposing(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    private const int AtOnce = 50;

    // SQLite looks whether it may write every hundredth to tenth of a second.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

    /// <param name="import">Which; its state says what is to be done.</param>
    /// <param name="progress">Told how many were looked at.</param>
    /// <param name="cancellationToken">Ends it between two commits.</param>
    public async Task RunAsync(Import import, Action<int> progress, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // What is handed in, and what is withdrawn for it, bear the same moment.
        var now = time.GetUtcNow().UtcDateTime;
        var last = 0;
        do
        {
            progress(last);
            var clock = Stopwatch.StartNew();
            last = await NextAsync(db, import, last, now, cancellationToken);
            db.ChangeTracker.Clear();
            await Task.Delay(clock.Elapsed > ShortestPause ? clock.Elapsed : ShortestPause, cancellationToken);
        }
        while (last > 0);
    }

    // The last organisation of a commit; 0 where nothing is left.
    private static async Task<int> NextAsync(DirectoryDb db, Import import, int last, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginWritingAsync(cancellationToken);
        var unchanged = db.Imports.Where(candidate => candidate.Id == import.Id && candidate.State == import.State);
        if (!await unchanged.AnyAsync(cancellationToken))
        {
            return 0;
        }

        var isTakenBack = import.State == ImportState.TakingBack;
        var items = await db.ImportItems.Where(item => item.ImportId == import.Id && item.Number > last && item.Snapshot != null && (isTakenBack ? item.Outcome != null : item.Outcome == null))
            .OrderBy(item => item.Number).Take(AtOnce).ToListAsync(cancellationToken);
        if (items.Count == 0)
        {
            await unchanged.ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.State, isTakenBack ? ImportState.Ready : ImportState.Proposed), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return 0;
        }

        // Who may no longer enter proposes nothing.
        var actor = await ImportActors.FindAsync(db, import, cancellationToken) ?? new Actor(import.StaffMemberId!.Value, false, new HashSet<Guid>(), new HashSet<Guid>());
        var session = new EditingSession(db, actor, now, cancellationToken);
        if (isTakenBack)
        {
            var withdrawn = await BulkProposals.TakeBackAsync(session, [.. items.Select(item => item.RevisionId).OfType<Guid>()]);
            foreach (var item in items.Where(item => item.RevisionId is not { } revision || withdrawn.Contains(revision)))
            {
                (item.Outcome, item.RevisionId) = (null, null);
            }
        }
        else
        {
            var outcomes = await BulkProposals.AddAsync(session, items.ConvertAll(item => new Proposal(item.OrganisationId, item.CountryId!.Value, item.Snapshot!, item.BaseVersion, item.BaseSnapshot, StoredFaults.Remark(item.Faults))));
            foreach (var (item, (outcome, revision)) in items.Zip(outcomes))
            {
                (item.Outcome, item.RevisionId) = (outcome, revision);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return items[^1].Number;
    }
}
