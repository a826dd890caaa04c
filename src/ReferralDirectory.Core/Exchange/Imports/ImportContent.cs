using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>What is kept of an import besides its own row.</summary>
internal static class ImportContent
{
    // Deleted data are overwritten: others want to write meanwhile.
    private const int AtOnce = 1000;

    /// <summary>Deletes the file and what was staged of it.</summary>
    public static async Task DeleteAsync(DirectoryDb db, Guid importId, CancellationToken cancellationToken)
    {
        await db.ImportParts.Where(part => part.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
        var last = await db.ImportItems.Where(item => item.ImportId == importId).MaxAsync(item => (int?)item.Number, cancellationToken) ?? 0;
        for (var number = AtOnce; number < last + AtOnce; number += AtOnce)
        {
            var upTo = number;
            await db.ImportItems.Where(item => item.ImportId == importId && item.Number <= upTo).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
