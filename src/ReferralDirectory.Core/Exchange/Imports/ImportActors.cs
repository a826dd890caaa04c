using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Accounts;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>Whoever imports, with what they may do now, and not when they began.</summary>
internal static class ImportActors
{
    /// <returns>Null where they may no longer enter.</returns>
    public static async Task<Actor?> FindAsync(DirectoryDb db, Import import, CancellationToken cancellationToken)
    {
        if (import.StaffMemberId is not { } id)
        {
            return Actor.Program(await db.Countries.Select(country => country.Id).ToListAsync(cancellationToken));
        }

        var member = await db.StaffMembers.AsNoTracking().Include(member => member.Grants).SingleOrDefaultAsync(member => member.Id == id && member.RevokedAt == null, cancellationToken);
        return member is null ? null
            : StaffAccess.Of(member) is var access ? new Actor(access.Id, access.IsAdministrator, access.Countries, access.Organisations) : null;
    }
}
