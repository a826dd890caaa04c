using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Exchange.Csv;
using ReferralDirectory.Core.Exchange.Json;

namespace ReferralDirectory.Core.Exchange;

/// <summary>
/// Writes the entries of organisations to a file that can be imported again. Those that were taken down are left out: somebody could come to
/// harm by them, and a file goes from hand to hand.
/// </summary>
public sealed class OrganisationExport(IDbContextFactory<DirectoryDb> databases)
{
    /// <summary>Writes a table for spreadsheets: UTF-8 with a byte order mark.</summary>
    /// <param name="actor">Whose entries: those they may edit; an administrator's are all.</param>
    /// <param name="separator">A comma or a semicolon: what spreadsheets of the reader's language expect.</param>
    /// <param name="stream">Where; stays open.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WriteTableAsync(Actor actor, char separator, Stream stream, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var terms = await ExchangeTerms.ReadAsync(db, cancellationToken);
        await using var table = new CsvExport(stream, separator, terms.Languages);
        await table.BeginAsync();
        await foreach (var wire in ReadAsync(db, actor, terms, cancellationToken))
        {
            await table.WriteAsync(wire);
        }
    }

    /// <summary>Writes a list in JSON.</summary>
    /// <param name="actor">Whose entries: those they may edit; an administrator's are all.</param>
    /// <param name="stream">Where; stays open.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WriteListAsync(Actor actor, Stream stream, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var list = new JsonExport(stream);
        await foreach (var wire in ReadAsync(db, actor, await ExchangeTerms.ReadAsync(db, cancellationToken), cancellationToken))
        {
            await list.WriteAsync(wire, cancellationToken);
        }

        await list.EndAsync(cancellationToken);
    }

    private static async IAsyncEnumerable<OrganisationWire> ReadAsync(DirectoryDb db, Actor actor, ExchangeTerms terms, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (countries, organisations) = (actor.ReviewsCountries.ToList(), actor.EditsOrganisations.ToList());
        var entries = await db.Organisations
            .Where(organisation => organisation.TakenDown == null && (actor.IsAdministrator || countries.Contains(organisation.CountryId) || organisations.Contains(organisation.Id)))
            .Select(organisation => new { organisation.Id, organisation.CountryId, organisation.Slug }).ToListAsync(cancellationToken);
        var ordered = entries.OrderBy(entry => terms.Slug(entry.CountryId), StringComparer.Ordinal).ThenBy(entry => entry.Slug.Value, StringComparer.Ordinal).Select(entry => entry.Id);
        foreach (var ids in ordered.Chunk(OrganisationBatch.Size))
        {
            var read = await OrganisationBatch.Whole(db).Where(organisation => ids.Contains(organisation.Id)).ToDictionaryAsync(organisation => organisation.Id, cancellationToken);
            foreach (var organisation in ids.Select(read.GetValueOrDefault).OfType<Organisation>())
            {
                yield return WireOf.Organisation(organisation.Id, organisation.Version, terms.Slug(organisation.CountryId), DraftOf.Organisation(organisation), terms);
            }
        }
    }
}
