using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Exchange;

/// <summary>Entries of organisations, read some at a time: memory does not grow with the directory.</summary>
internal static class OrganisationBatch
{
    /// <summary>How many are read at once.</summary>
    public const int Size = 100;

    /// <summary>With everything that an entry says.</summary>
    public static IQueryable<Organisation> Whole(DirectoryDb db) => db.Organisations.AsNoTracking()
        .Include(organisation => organisation.Places)
        .Include(organisation => organisation.Contacts)
        .Include(organisation => organisation.Services).ThenInclude(service => service.AssistanceTypes)
        .Include(organisation => organisation.Services).ThenInclude(service => service.Audiences)
        .OrderBy(organisation => organisation.Id);

    /// <summary>What the entries say.</summary>
    public static async Task<Dictionary<Guid, OrganisationDraft>> DraftsAsync(DirectoryDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await Whole(db).Where(organisation => ids.Contains(organisation.Id)).ToDictionaryAsync(organisation => organisation.Id, DraftOf.Organisation, cancellationToken);
}
