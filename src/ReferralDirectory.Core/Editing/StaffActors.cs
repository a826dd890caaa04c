using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>Members of staff with what they are trusted with now, whoever is signed in.</summary>
internal static class StaffActors
{
    /// <returns>Null where there is nobody of that id, or they may no longer enter.</returns>
    public static async Task<Actor?> FindAsync(DirectoryDb db, Guid id, CancellationToken cancellationToken) =>
        await db.StaffMembers.AsNoTracking().Include(member => member.Grants).SingleOrDefaultAsync(member => member.Id == id && member.RevokedAt == null, cancellationToken) is { } member
            ? new Actor(
                id,
                member.Grants.Exists(grant => grant.Role == StaffRole.Administrator),
                member.Grants.Where(grant => grant.Role == StaffRole.Reviewer).Select(grant => grant.CountryId).OfType<Guid>().ToHashSet(),
                member.Grants.Where(grant => grant.Role == StaffRole.Editor).Select(grant => grant.OrganisationId).OfType<Guid>().ToHashSet())
            : null;
}
