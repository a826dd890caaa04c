using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>Counts what waits, of everybody's. Changes nothing.</summary>
/// <remarks>
/// Whoever looks often enough at a count sees when it changes. Of what a reader reported nothing is to be known more exactly than its day; so reports
/// count from the day after.
/// </remarks>
public sealed class WorkloadReader(IDbContextFactory<DirectoryDb> databases, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>As it is now.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer; that is known after five seconds, unless it has to be connected to.</exception>
    public async Task<Workload> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Database.SetCommandTimeout(Patience);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var oldest = today.AddDays(-ReaderReport.KeptDays);
        return new Workload(
            await db.Revisions.CountAsync(revision => revision.State == RevisionState.Submitted, cancellationToken),
            await db.Imports.CountAsync(import => import.State == ImportState.Reading || import.State == ImportState.Ready || import.State == ImportState.Proposing || import.State == ImportState.TakingBack, cancellationToken),
            await db.ReaderReports.Where(report => report.SettledById == null && report.Day >= oldest && report.Day < today).SumAsync(report => report.Count, cancellationToken),
            await db.Revisions.Where(revision => revision.State == RevisionState.Published).MaxAsync(revision => revision.DecidedAt, cancellationToken));
    }
}
