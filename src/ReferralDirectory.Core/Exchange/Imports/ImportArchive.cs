using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>Says how imports stand and what they would change. Each sees only their own; who looks has interrupted ones taken up again.</summary>
public sealed class ImportArchive(IDbContextFactory<DirectoryDb> databases, ImportWorker worker, TimeProvider time)
{
    /// <summary>Somebody's imports, the latest first.</summary>
    public async Task<ImmutableArray<ImportSummary>> ListAsync(Guid? memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var imports = await Own(db, memberId).OrderByDescending(import => import.StartedAt).ToListAsync(cancellationToken);
        List<ImportSummary> all = [];
        foreach (var import in imports)
        {
            all.Add(await SummaryAsync(db, import, cancellationToken));
        }

        return [.. all];
    }

    /// <summary>One of these; null where there is none.</summary>
    public async Task<ImportSummary?> FindAsync(Guid? memberId, Guid importId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Own(db, memberId).SingleOrDefaultAsync(import => import.Id == importId, cancellationToken) is { } import ? await SummaryAsync(db, import, cancellationToken) : null;
    }

    /// <summary>Organisations of an import, in the order of the file.</summary>
    /// <param name="memberId">Whose import.</param>
    /// <param name="importId">Which.</param>
    /// <param name="kinds">Only those.</param>
    /// <param name="after">Those after this <see cref="ImportLine.Number"/>.</param>
    /// <param name="count">At most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ImmutableArray<ImportLine>> LinesAsync(Guid? memberId, Guid importId, IReadOnlyList<ImportItemKind> kinds, int after, int count, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await Own(db, memberId).AnyAsync(import => import.Id == importId, cancellationToken))
        {
            return [];
        }

        var items = await db.ImportItems.AsNoTracking().Where(item => item.ImportId == importId && item.Number > after && kinds.Contains(item.Kind)).OrderBy(item => item.Number).Take(count).ToListAsync(cancellationToken);
        var ids = items.Where(item => item.Snapshot is not null).Select(item => item.OrganisationId).ToList();
        var drafts = await OrganisationBatch.DraftsAsync(db, ids, cancellationToken);
        var versions = await db.Organisations.Where(organisation => ids.Contains(organisation.Id)).Select(organisation => new { organisation.Id, organisation.Version }).ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Version, cancellationToken);
        return [.. items.Select(item => Line(item, drafts.GetValueOrDefault(item.OrganisationId), versions.TryGetValue(item.OrganisationId, out var version) ? version : null))];
    }

    private static ImportLine Line(ImportItem item, OrganisationDraft? now, Guid? version)
    {
        var after = item.Snapshot is { } snapshot ? (OrganisationDraft)DraftJson.Read(snapshot) : null;
        return new ImportLine
        {
            Number = item.Number,
            Row = item.Row,
            Name = item.Name,
            CountryId = item.CountryId,
            Kind = item.Kind,
            Outcome = item.Outcome,
            RevisionId = item.RevisionId,
            Before = now,
            After = after,
            Differences = after is null ? [] : DraftDifference.Between(now, after),
            IsOvertaken = after is not null && item.Outcome is null && version != item.BaseVersion,
            Faults = StoredFaults.Read(item.Faults),
        };
    }

    /// <summary>Goes on with what the end of the program interrupted, whoever's it is: what was begun to be handed in must not stay half way.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var member in await db.Imports.Where(import => import.State == ImportState.Proposing || import.State == ImportState.TakingBack).Select(import => import.StaffMemberId).Distinct().ToListAsync(cancellationToken))
        {
            worker.Wake(member);
        }
    }

    private IQueryable<Import> Own(DirectoryDb db, Guid? memberId)
    {
        var oldest = time.GetUtcNow().UtcDateTime - Import.Lifetime;
        return db.Imports.AsNoTracking().Where(import => import.StaffMemberId == memberId && (import.StartedAt > oldest || import.State == ImportState.Proposing || import.State == ImportState.TakingBack));
    }

    private async Task<ImportSummary> SummaryAsync(DirectoryDb db, Import import, CancellationToken cancellationToken)
    {
        if (import.State is ImportState.Reading or ImportState.Proposing or ImportState.TakingBack)
        {
            worker.Wake(import.StaffMemberId);
        }

        var counts = await db.ImportItems.Where(item => item.ImportId == import.Id).GroupBy(item => new { item.Kind, item.Outcome })
            .Select(group => new { group.Key.Kind, group.Key.Outcome, Count = group.Count() }).ToListAsync(cancellationToken);
        return new ImportSummary
        {
            Id = import.Id,
            StartedAt = import.StartedAt,
            State = import.State,
            Organisations = import.Organisations,
            Percent = import.State switch
            {
                ImportState.Reading => (int)(100L * import.BytesRead / Math.Max(import.Bytes, 1)),
                ImportState.Proposing or ImportState.TakingBack => 100 * (worker.ProgressOf(import.Id) ?? 0) / Math.Max(import.Organisations, 1),
                _ => 100,
            },
            Fault = import.Fault,
            FaultRow = import.FaultRow,
            FaultDetail = import.FaultDetail,
            Kinds = counts.GroupBy(count => count.Kind).ToImmutableDictionary(group => group.Key, group => group.Sum(count => count.Count)),
            Outcomes = counts.Where(count => count.Outcome is not null).GroupBy(count => count.Outcome!.Value).ToImmutableDictionary(group => group.Key, group => group.Sum(count => count.Count)),
        };
    }
}
