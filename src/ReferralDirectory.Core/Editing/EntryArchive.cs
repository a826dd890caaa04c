using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing;

/// <summary>Says which organisations' entries there are for somebody, and how each stands. Changes nothing.</summary>
public sealed class EntryArchive(IDbContextFactory<DirectoryDb> databases)
{
    /// <summary>Every entry the actor may know of, taken down or not, and new ones that nobody has decided about; in no order.</summary>
    public Task<ImmutableArray<EntrySummary>> ListAsync(Actor actor, CancellationToken cancellationToken) => ReadAsync(actor, null, cancellationToken);

    /// <summary>One of these; null where there is none, or the actor may not know of it.</summary>
    public async Task<EntrySummary?> FindAsync(Actor actor, Guid organisationId, CancellationToken cancellationToken) =>
        (await ReadAsync(actor, organisationId, cancellationToken)).SingleOrDefault();

    /// <summary>Countries in which the actor may propose new entries.</summary>
    public async Task<ImmutableArray<EntryCountry>> CountriesAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await CountriesAsync(db, cancellationToken)).Where(country => actor.ReviewsCountries.Contains(country.Id))];
    }

    private async Task<ImmutableArray<EntrySummary>> ReadAsync(Actor actor, Guid? only, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var countries = (await CountriesAsync(db, cancellationToken)).ToDictionary(country => country.Id);
        var open = await db.Revisions
            .Where(revision => revision.SubjectKind == SubjectKind.Organisation && (only == null || revision.SubjectId == only) && (revision.State == RevisionState.Draft || revision.State == RevisionState.Submitted))
            .OrderByDescending(revision => revision.Number)
            .Select(revision => new { revision.SubjectId, revision.CountryId, Revision = new OpenRevision(revision.Id, revision.State, revision.AuthorId, revision.SubmittedAt ?? revision.CreatedAt) })
            .ToListAsync(cancellationToken);
        var openOf = open.ToLookup(revision => revision.SubjectId, revision => revision.Revision);
        // Only those that are shown, so that an editor of one does not wait for all.
        var (reviewed, edited) = (actor.ReviewsCountries.ToList(), actor.EditsOrganisations.ToList());
        var entries = await db.Organisations
            .Where(organisation => (only == null || organisation.Id == only) && (actor.IsAdministrator || reviewed.Contains(organisation.CountryId) || edited.Contains(organisation.Id)))
            .Select(organisation => new { organisation.Id, organisation.CountryId, organisation.Slug, organisation.Name, organisation.AlsoKnownAs, organisation.TakenDown })
            .ToListAsync(cancellationToken);
        var written = open.Where(revision => MayRead(revision.SubjectId, revision.CountryId)).Select(revision => revision.SubjectId).Distinct().ToList();
        var there = await db.Organisations.Where(organisation => written.Contains(organisation.Id)).Select(organisation => organisation.Id).ToHashSetAsync(cancellationToken);
        var proposed = open.Where(revision => written.Contains(revision.SubjectId) && !there.Contains(revision.SubjectId)).DistinctBy(revision => revision.SubjectId).ToList();
        var drafts = await DraftsAsync(db, [.. proposed.Select(revision => revision.Revision.Id)], cancellationToken);
        return
        [
            .. entries.Select(entry => new EntrySummary
            {
                Id = entry.Id,
                Country = countries[entry.CountryId],
                Slug = entry.Slug,
                LocalisedName = entry.Name,
                Names = [.. entry.Name.Translations.Select(name => name.Text), .. entry.AlsoKnownAs],
                TakenDown = entry.TakenDown,
                Open = [.. openOf[entry.Id]],
                MayEdit = MayEdit(entry.Id, entry.CountryId),
            }).Concat(proposed.Select(revision => new EntrySummary
            {
                Id = revision.SubjectId,
                Country = countries[revision.CountryId!.Value],
                Slug = null,
                LocalisedName = DraftName.Of(drafts[revision.Revision.Id]),
                Names = [.. drafts[revision.Revision.Id].Name.Select(name => name.Text), .. drafts[revision.Revision.Id].AlsoKnownAs],
                TakenDown = null,
                Open = [.. openOf[revision.SubjectId]],
                MayEdit = MayEdit(revision.SubjectId, revision.CountryId),
            })),
        ];

        bool MayRead(Guid id, Guid? country) => actor.MayRead(new Subject(SubjectKind.Organisation, id), country);
        bool MayEdit(Guid id, Guid? country) => actor.MayEdit(new Subject(SubjectKind.Organisation, id), country);
    }

    private static Task<List<EntryCountry>> CountriesAsync(DirectoryDb db, CancellationToken cancellationToken) =>
        db.Countries.OrderBy(country => country.Slug).Select(country => new EntryCountry(country.Id, country.Slug, country.Code, country.Name)).ToListAsync(cancellationToken);

    private static async Task<Dictionary<Guid, OrganisationDraft>> DraftsAsync(DirectoryDb db, List<Guid> revisions, CancellationToken cancellationToken) =>
        (await db.Revisions.Where(revision => revisions.Contains(revision.Id)).Select(revision => new { revision.Id, revision.Snapshot }).ToListAsync(cancellationToken))
            .ToDictionary(revision => revision.Id, revision => (OrganisationDraft)DraftJson.Read(revision.Snapshot));
}
