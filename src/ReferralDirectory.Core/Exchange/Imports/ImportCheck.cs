using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Rules;

namespace ReferralDirectory.Core.Exchange.Imports;

/// <summary>Compares some organisations of a file with their entries: what would be added or changed, and what must be mended first.</summary>
internal sealed class ImportCheck(DirectoryDb db, Guid importId, bool isTable, Actor actor, ExchangeTerms terms, CancellationToken cancellationToken)
{
    private readonly Dictionary<Guid, NameRegister> names = [];

    /// <param name="wires">In the order of the file.</param>
    /// <param name="number">Of the first of them.</param>
    public async Task<List<ImportItem>> RunAsync(IReadOnlyList<OrganisationWire> wires, int number)
    {
        var found = await FindAsync(wires);
        var free = await FreeAsync(wires);
        var named = wires.Select(wire => (Wire: wire, Country: terms.Country(wire.Country)))
            .Select(item => (item.Wire, item.Country, Id: item.Country is null || item.Wire.Organisation.Length == 0 ? Guid.Empty
                : found.TryGetValue((item.Country.Id, item.Wire.Organisation), out var entry) ? entry.Id
                : Guid.TryParse(item.Wire.Id, out var own) && free.Contains(own) ? own
                : StableId.Of("organisation", item.Country.Slug.Value, item.Wire.Organisation))).ToList();
        var ids = named.Where(item => item.Id != Guid.Empty).Select(item => item.Id).ToHashSet();
        var scattered = await ScatteredAsync(ids, named.ConvertAll(item => item.Id));
        var mine = found.Values.Where(entry => MayEdit(entry.Id, entry.CountryId)).Select(entry => entry.Id).ToList();
        var drafts = await OrganisationBatch.DraftsAsync(db, mine, cancellationToken);
        var published = await db.Revisions.Where(revision => revision.SubjectKind == SubjectKind.Organisation && mine.Contains(revision.SubjectId) && revision.State == RevisionState.Published)
            .Select(revision => revision.SubjectId).ToHashSetAsync(cancellationToken);
        var waiting = (await db.Revisions.Where(revision => revision.SubjectKind == SubjectKind.Organisation && ids.Contains(revision.SubjectId) && revision.State == RevisionState.Submitted)
            .Select(revision => new { revision.SubjectId, revision.Snapshot }).ToListAsync(cancellationToken)).ToLookup(revision => revision.SubjectId, revision => revision.Snapshot);
        foreach (var country in named.Select(item => item.Country?.Id).OfType<Guid>().Distinct().Where(country => !names.ContainsKey(country)))
        {
            names[country] = await NameRegister.ReadAsync(db, country, cancellationToken);
        }

        return named.ConvertAll(item =>
        {
            var entry = item.Country is { } country ? found.GetValueOrDefault((country.Id, item.Wire.Organisation)) : null;
            return new ItemCheck(item.Wire, isTable, terms)
            {
                Country = item.Country,
                OrganisationId = item.Id,
                Version = entry?.Version,
                Published = drafts.GetValueOrDefault(item.Id),
                HasRevision = published.Contains(item.Id),
                Waiting = [.. waiting[item.Id]],
                IsScattered = scattered.Contains(item.Id),
                Names = item.Country is null ? null : names[item.Country.Id],
                MayEdit = item.Country is not null && MayEdit(item.Id, item.Country.Id),
            }.Item(importId, number++);
        });
    }

    private bool MayEdit(Guid organisation, Guid country) => actor.MayEdit(new Subject(SubjectKind.Organisation, organisation), country);

    private async Task<Dictionary<(Guid Country, string Slug), Entry>> FindAsync(IReadOnlyList<OrganisationWire> wires)
    {
        var slugs = wires.Select(wire => Slug.TryParse(wire.Organisation, out var slug) ? slug : null).OfType<Slug>().Distinct().ToList();
        return (await db.Organisations.Where(organisation => slugs.Contains(organisation.Slug))
            .Select(organisation => new { organisation.CountryId, organisation.Slug, organisation.Id, organisation.Version }).ToListAsync(cancellationToken))
            .ToDictionary(organisation => (organisation.CountryId, organisation.Slug.Value), organisation => new Entry(organisation.Id, organisation.CountryId, organisation.Version));
    }

    // What another site calls an organisation that is new here it is called here, too: ids survive a move.
    private async Task<HashSet<Guid>> FreeAsync(IReadOnlyList<OrganisationWire> wires)
    {
        var ids = wires.Select(wire => Guid.TryParse(wire.Id, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet();
        ids.ExceptWith(await db.Organisations.Where(organisation => ids.Contains(organisation.Id)).Select(organisation => organisation.Id).ToListAsync(cancellationToken));
        return ids;
    }

    // An organisation whose rows stand in several places: each place would take away what stands in the others.
    private async Task<HashSet<Guid>> ScatteredAsync(HashSet<Guid> ids, List<Guid> all)
    {
        var before = await db.ImportItems.Where(item => item.ImportId == importId && ids.Contains(item.OrganisationId)).Select(item => item.OrganisationId).ToListAsync(cancellationToken);
        return [.. before, .. all.Where(id => id != Guid.Empty).GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key)];
    }

    private sealed record Entry(Guid Id, Guid CountryId, Guid Version);
}
