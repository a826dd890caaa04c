using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing;

/// <summary>Says who took an entry down, when and why. Changes nothing.</summary>
public sealed class TakeDownArchive(IDbContextFactory<DirectoryDb> databases)
{
    /// <summary>Every time an entry was taken down, the latest first; it was brought back in between. Empty where the actor may not know of the entry.</summary>
    public async Task<ImmutableArray<TakeDown>> ListAsync(Actor actor, Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var country = await db.Organisations.Where(organisation => organisation.Id == organisationId).Select(organisation => (Guid?)organisation.CountryId).SingleOrDefaultAsync(cancellationToken);
        if (country is null || !actor.MayRead(new Subject(SubjectKind.Organisation, organisationId), country))
        {
            return [];
        }

        return [.. await db.AuditEntries
            .Where(entry => entry.SubjectKind == AuditSubject.Organisation && entry.SubjectId == organisationId && entry.Action == AuditAction.TakenDown)
            .OrderByDescending(entry => entry.Number).Select(entry => new TakeDown(entry.At, entry.ActorId, entry.Detail)).ToListAsync(cancellationToken)];
    }
}
