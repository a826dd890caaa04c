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
    Dictionary<Guid, LocalisedText> sources,
    DateTime now)
{
    /// <param name="chosen">Which organisations.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>By country; in a country by slug.</returns>
    public ByOwner<Provider> Read(Chosen chosen, CancellationToken cancellationToken)
    {
        var services = ReadServices(chosen, cancellationToken);
        var contacts = ReadContacts(chosen, cancellationToken);
        var placesOf = database.ReadLinks($"""SELECT "OrganisationId", "PlacesId" FROM "OrganisationPlace" INNER JOIN "Places" ON "Id" = "PlacesId" {chosen.Where("OrganisationId")} ORDER BY "Position" """, chosen, places, cancellationToken);
        var providers = database.Read($"""SELECT "Id", "CountryId", "SourceId", "Slug", "Name", "OwnLanguage", "AlsoKnownAs", "LanguagesSpoken", "PublicAddress", "OpeningHours" FROM (SELECT * FROM "Organisations" WHERE "TakenDown" IS NULL) {chosen.Where("Id")}""", chosen, row =>
        {
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
            });
        }, cancellationToken);
        return new(providers.OrderBy(provider => provider.Value.Slug.Value, StringComparer.Ordinal));
    }

    private ByOwner<PublishedService> ReadServices(Chosen chosen, CancellationToken cancellationToken)
    {
        var ofThese = chosen.WhereOwner("ServiceId", "Services");
        var typesOf = database.ReadLinks($"""SELECT "ServiceId", "AssistanceTypesId" FROM "AssistanceTypeService" INNER JOIN "AssistanceTypes" ON "Id" = "AssistanceTypesId" {ofThese} ORDER BY "Position" """, chosen, types, cancellationToken);
        var audiencesOf = database.ReadLinks($"""SELECT "ServiceId", "AudiencesId" FROM "AudienceService" INNER JOIN "Audiences" ON "Id" = "AudiencesId" {ofThese} ORDER BY "Position" """, chosen, audiences, cancellationToken);
        var services = database.Read($"""SELECT "Id", "OrganisationId", "Description", "Eligibility" FROM "Services" {chosen.Where("OrganisationId")} ORDER BY "Position" """, chosen, row =>
            new Of<PublishedService>(row.GetGuid(1), new PublishedService(row.Localised(2), typesOf[row.GetGuid(0)], audiencesOf[row.GetGuid(0)]) { Eligibility = row.LocalisedOrNull(3) }), cancellationToken);
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
