using System.Data;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>Hands in what an import would change: one commit, so that it is all there or nothing is.</summary>
internal sealed class ImportProposing(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    private const int AtOnce = 200;

    /// <param name="import">Which.</param>
    /// <param name="progress">Told how many were looked at.</param>
    /// <param name="cancellationToken">Ends it; nothing is handed in then.</param>
    public async Task RunAsync(Import import, Action<int> progress, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // On SQLite this level is BEGIN IMMEDIATE: whatever is read stays true until the commit.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (!await db.Imports.AnyAsync(candidate => candidate.Id == import.Id && candidate.State == ImportState.Proposing, cancellationToken))
        {
            return;
        }

        // Who may no longer enter proposes nothing.
        var actor = await ImportActors.FindAsync(db, import, cancellationToken) ?? new Actor(import.StaffMemberId!.Value, false, new HashSet<Guid>(), new HashSet<Guid>());
        var session = new EditingSession(db, actor, time.GetUtcNow().UtcDateTime, cancellationToken);
        for (var last = 0; await NextAsync(db, import.Id, last, cancellationToken) is { Count: > 0 } items; last = items[^1].Number)
        {
            var outcomes = await BulkProposals.AddAsync(session, items.ConvertAll(item => new Proposal(item.OrganisationId, item.CountryId!.Value, item.Snapshot!, item.BaseVersion, item.BaseSnapshot)));
            foreach (var (item, (outcome, revision)) in items.Zip(outcomes))
            {
                (item.Outcome, item.RevisionId) = (outcome, revision);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            progress(items[^1].Number);
        }

        await db.Imports.Where(candidate => candidate.Id == import.Id).ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.State, ImportState.Proposed), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Task<List<ImportItem>> NextAsync(DirectoryDb db, Guid importId, int last, CancellationToken cancellationToken) =>
        db.ImportItems.Where(item => item.ImportId == importId && item.Number > last && item.Snapshot != null).OrderBy(item => item.Number).Take(AtOnce).ToListAsync(cancellationToken);
}
