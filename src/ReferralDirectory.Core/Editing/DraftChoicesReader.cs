using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;

namespace ReferralDirectory.Core.Editing;

/// <summary>Reads what a form offers. All of it is public.</summary>
public sealed class DraftChoicesReader(IDbContextFactory<DirectoryDb> databases)
{
    /// <param name="countryId">Null for the taxonomy: then there are no sources and places.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DraftChoices> ReadAsync(Guid? countryId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new DraftChoices(
            [.. await db.Languages.AsNoTracking().OrderBy(language => language.Position).ToListAsync(cancellationToken)],
            [.. await db.Sources.Where(source => source.CountryId == countryId).OrderBy(source => source.Slug).Select(source => new DraftChoice(source.Id, source.Name)).ToListAsync(cancellationToken)],
            [.. await db.Places.Where(place => place.CountryId == countryId).OrderBy(place => place.Position).Select(place => new DraftChoice(place.Id, place.Name)).ToListAsync(cancellationToken)],
            [.. await db.AssistanceTypes.OrderBy(type => type.Position).Select(type => new DraftChoice(type.Id, type.Name)).ToListAsync(cancellationToken)],
            [.. await db.Audiences.OrderBy(audience => audience.Position).Select(audience => new DraftChoice(audience.Id, audience.Name)).ToListAsync(cancellationToken)]);
    }
}
