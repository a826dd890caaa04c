using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>Whoever imports, with what they may do now, and not when they began.</summary>
internal static class ImportActors
{
    /// <returns>Null where they may no longer enter.</returns>
    public static async Task<Actor?> FindAsync(DirectoryDb db, Import import, CancellationToken cancellationToken) => import.StaffMemberId is { } id
        ? await StaffActors.FindAsync(db, id, cancellationToken)
        : Actor.Program(await db.Countries.Select(country => country.Id).ToListAsync(cancellationToken));
}
