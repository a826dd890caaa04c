using System.Collections.Immutable;
using System.Data.Common;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>Reads organisations with all that belongs to them.</summary>
/// <exception cref="KeyNotFoundException">A row refers to a term or source that is not among those given.</exception>
internal sealed class ProviderReader(
    Snapshot database,
    Dictionary<Guid, PublishedTerm> types,
    Dictionary<Guid, PublishedTerm> audiences,
    Dictionary<Guid, PublishedTerm> places,
    Dictionary<Guid, PublishedSource> sources,
    DateTime now)
{
    /// <summary>When one of those that were read was taken down last, UTC; null where none is down.</summary>
    public DateTime? LastTakenDown { get; private set; }

    /// <param name="chosen">Which organisations.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>By country; in a country by slug.</returns>
    public ByOwner<Provider> Read(Chosen chosen, CancellationToken cancellationToken)
    {
        var services = ReadServices(chosen, cancellationToken);
        var contacts = ReadContacts(chosen, cancellationToken);
        var changed = ReadChanges(chosen, cancellationToken);
        var placesOf = database.ReadLinks($"""SELECT "OrganisationId", "PlacesId" FROM "OrganisationPlace" INNER JOIN "Places" ON "Id" = "PlacesId" {chosen.Where("OrganisationId")} ORDER BY "Position" """, chosen, places, cancellationToken);
        var providers = database.Read($"""SELECT "Id", "CountryId", "SourceId", "Slug", "Name", "OwnLanguage", "AlsoKnownAs", "LanguagesSpoken", "PublicAddress", "OpeningHours", "TakenDown" FROM "Organisations" {chosen.Where("Id")}""", chosen, row =>
        {
            if (!row.IsDBNull(10))
            {
                LastTakenDown = PublishedDirectoryReader.Later(LastTakenDown, row.Utc(10));
                return None;
            }

            var id = row.GetGuid(0);
            return new Of<Provider>(row.GetGuid(1), new Provider
            {
                Id = id,
                Slug = row.Slug(3),
                Name = row.Localised(4),
                OwnLanguage = row.Language(5),
                AlsoKnownAs = row.Strings(6),
                LanguagesSpoken = row.Languages(7),
                PublicAddress = row.LocalisedOrNull(8),
                OpeningHours = row.Hours(9),
                Source = sources[row.GetGuid(2)],
                Places = placesOf[id],
                Services = services[id],
                Contacts = contacts[id],
                ChangedAt = LastOf(services[id], contacts[id], changed.TryGetValue(id, out var at) ? at : null),
            });
        }, cancellationToken);
        return new(providers.Where(provider => provider != None).OrderBy(provider => provider.Value.Slug.Value, StringComparer.Ordinal));
    }

    // In place of one that is taken down.
    private static Of<Provider> None { get; } = new(Guid.Empty, null!);

    // What was loaded from files was no change, though its first edit wrote it down. A confirmation that was taken back is gone itself.
    private Dictionary<Guid, DateTime?> ReadChanges(Chosen chosen, CancellationToken cancellationToken)
    {
        Dictionary<Guid, DateTime?> changed = [];
        database.Read($"""SELECT "SubjectId", MAX("DecidedAt") FROM (SELECT "SubjectId", "DecidedAt" FROM "Revisions" WHERE "SubjectKind" = 'Organisation' AND "State" = 'Published' AND "Origin" <> 'Loaded' UNION ALL SELECT "SubjectId", "At" FROM "AuditEntries" WHERE "SubjectKind" = 'Organisation' AND "Action" = 'ConfirmationUndone') AS "Changes" {chosen.Where("SubjectId")} GROUP BY "SubjectId" """, chosen, row =>
            (object)(changed[row.GetGuid(0)] = row.Utc(1)), cancellationToken);
        return changed;
    }

    private static DateTime? LastOf(ImmutableArray<PublishedService> services, ImmutableArray<PublishedContact> contacts, DateTime? changed)
    {
        var last = changed;
        foreach (var service in services)
        {
            foreach (var type in service.Types)
            {
                last = PublishedDirectoryReader.Later(last, type.ChangedAt);
            }

            foreach (var audience in service.Audiences)
            {
                last = PublishedDirectoryReader.Later(last, audience.ChangedAt);
            }
        }

        foreach (var contact in contacts)
        {
            last = PublishedDirectoryReader.Later(last, contact.Confirmed?.At);
        }

        return last;
    }

    private ByOwner<PublishedService> ReadServices(Chosen chosen, CancellationToken cancellationToken)
    {
        var ofThese = chosen.WhereOwner("ServiceId", "Services");
        var typesOf = database.ReadLinks($"""SELECT "ServiceId", "AssistanceTypesId" FROM "AssistanceTypeService" INNER JOIN "AssistanceTypes" ON "Id" = "AssistanceTypesId" {ofThese} ORDER BY "Position" """, chosen, types, cancellationToken);
        var audiencesOf = database.ReadLinks($"""SELECT "ServiceId", "AudiencesId" FROM "AudienceService" INNER JOIN "Audiences" ON "Id" = "AudiencesId" {ofThese} ORDER BY "Position" """, chosen, audiences, cancellationToken);
        var services = database.Read($"""SELECT "Id", "OrganisationId", "Description", "Eligibility" FROM "Services" {chosen.Where("OrganisationId")} ORDER BY "Position" """, chosen, row =>
            new Of<PublishedService>(row.GetGuid(1), new PublishedService(row.GetGuid(0), row.Localised(2), typesOf[row.GetGuid(0)], audiencesOf[row.GetGuid(0)]) { Eligibility = row.LocalisedOrNull(3) }), cancellationToken);
        return new(services);
    }

    private ByOwner<PublishedContact> ReadContacts(Chosen chosen, CancellationToken cancellationToken)
    {
        // The latest of each contact that counts comes last and stays.
        Dictionary<Guid, PublishedConfirmation> confirmed = [];
        Dictionary<Guid, DateTime?> changes = [];
        database.Read($"""SELECT "ContactPointId", "At", "How" FROM "Confirmations" {chosen.WhereOwner("ContactPointId", "ContactPoints")} ORDER BY "At" """, chosen, row =>
        {
            var (contact, at) = (row.GetGuid(0), row.Utc(1));
            var confirmation = PublishedConfirmation.Of(at, row.Named<ConfirmationMethod>(2), now);
            if (Freshness.Counts(at, now))
            {
                confirmed[contact] = confirmation;
                changes[contact] = Freshness.ChangesAt(at, now);
            }
            else if (!(changes.GetValueOrDefault(contact) <= Freshness.ChangesAt(at, now)))
            {
                changes[contact] = Freshness.ChangesAt(at, now);
            }

            return confirmation;
        }, cancellationToken);
        var contacts = database.Read($"""SELECT "Id", "OrganisationId", "Kind", "Value", "NationalFormat", "InternationalFormat", "IsFree" FROM "ContactPoints" {chosen.Where("OrganisationId")} ORDER BY "Position" """, chosen, row =>
            new Of<PublishedContact>(row.GetGuid(1), Contact(row, confirmed.TryGetValue(row.GetGuid(0), out var how) ? how : null, changes.TryGetValue(row.GetGuid(0), out var at) ? at : null)), cancellationToken);
        return new(contacts);
    }

    private static PublishedContact Contact(DbDataReader row, PublishedConfirmation? confirmed, DateTime? changesAt)
    {
        var kind = row.Named<ContactKind>(2);
        var value = row.GetString(3);
        return new PublishedContact(row.GetGuid(0), kind, value, kind is ContactKind.Phone or ContactKind.Hotline ? Number(row, value) : null, confirmed, changesAt);
    }

    // A row that was written before the formats were stored has none.
    private static PhoneNumber Number(DbDataReader row, string value) =>
        row.IsDBNull(4) ? PhoneNumber.FromE164(value) : PhoneNumber.FromStored(value, row.GetString(4), row.GetString(5), row.GetBoolean(6));
}
