using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Csv;
using ReferralDirectory.Core.Exchange.Json;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>Reads the file of an import and stages what it would change. Begun again, it begins from the start.</summary>
internal sealed class ImportReading(IDbContextFactory<DirectoryDb> databases)
{
    /// <summary>Returns when it was read, cannot be read, or was given up.</summary>
    public async Task RunAsync(Import import, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.ImportItems.Where(item => item.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        try
        {
            if (!await ReadAsync(db, import, cancellationToken))
            {
                // Given up meanwhile.
                await ImportContent.DeleteAsync(db, import.Id, cancellationToken);
                return;
            }

            await SetAsync(db, import.Id, ImportState.Ready, null, cancellationToken);
        }
        catch (FileFaultException fault)
        {
            await SetAsync(db, import.Id, ImportState.Unreadable, fault, cancellationToken);
            await db.ImportItems.Where(item => item.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        }

        await db.ImportParts.Where(part => part.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<bool> ReadAsync(DirectoryDb db, Import import, CancellationToken cancellationToken)
    {
        var actor = await ImportActors.FindAsync(db, import, cancellationToken) ?? throw new FileFaultException(ImportFileFault.NobodyToAsk);
        var terms = await ExchangeTerms.ReadAsync(db, cancellationToken);
        await using var file = new PartStream(db, import.Id, import.Bytes);
        var isTable = await TextFile.FirstCharacterAsync(file, cancellationToken) is not ('[' or '{');
        var check = new ImportCheck(db, import.Id, isTable, actor, terms, cancellationToken);
        var number = 1;
        await foreach (var wires in (isTable ? CsvImport.ReadAsync(file, terms.Languages, cancellationToken) : JsonImport.ReadAsync(file, cancellationToken)).Chunk(OrganisationBatch.Size).WithCancellation(cancellationToken))
        {
            var items = await check.RunAsync(wires, number);
            number += items.Count;
            if (number > Import.MaxOrganisations + 1)
            {
                throw new FileFaultException(ImportFileFault.TooManyRows, wires[^1].Row, $"{Import.MaxOrganisations}");
            }

            db.AddRange(items);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            await MarkScatteredAsync(db, import.Id, items, cancellationToken);
            if (!await ProgressAsync(db, import.Id, number - 1, (int)file.Position, cancellationToken))
            {
                return false;
            }
        }

        return number > 1 ? true : throw new FileFaultException(ImportFileFault.Empty);
    }

    // What was staged of an organisation before more of its rows came.
    private static async Task MarkScatteredAsync(DirectoryDb db, Guid importId, List<ImportItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items.Where(item => StoredFaults.Read(item.Faults).Any(fault => fault.Reason == ImportFaultReason.Scattered)))
        {
            await db.ImportItems.Where(other => other.ImportId == importId && other.OrganisationId == item.OrganisationId && other.Kind != ImportItemKind.Faulty)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.Kind, ImportItemKind.Faulty).SetProperty(other => other.Faults, item.Faults).SetProperty(other => other.Snapshot, (string?)null).SetProperty(other => other.BaseSnapshot, (string?)null), cancellationToken);
        }
    }

    private static async Task<bool> ProgressAsync(DirectoryDb db, Guid importId, int organisations, int bytes, CancellationToken cancellationToken) =>
        await db.Imports.Where(import => import.Id == importId && import.State == ImportState.Reading)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.Organisations, organisations).SetProperty(import => import.BytesRead, bytes), cancellationToken) == 1;

    private static Task<int> SetAsync(DirectoryDb db, Guid importId, ImportState state, FileFaultException? fault, CancellationToken cancellationToken) =>
        db.Imports.Where(import => import.Id == importId && import.State == ImportState.Reading).ExecuteUpdateAsync(
            set => set.SetProperty(import => import.State, state)
                .SetProperty(import => import.Fault, fault == null ? null : (ImportFileFault?)fault.Fault)
                .SetProperty(import => import.FaultRow, fault == null ? 0 : fault.Row)
                .SetProperty(import => import.FaultDetail, fault == null ? "" : fault.Detail),
            cancellationToken);
}
