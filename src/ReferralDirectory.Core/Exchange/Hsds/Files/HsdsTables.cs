using System.Text.Json;
using ReferralDirectory.Core.Exchange.Hsds.Records;

namespace ReferralDirectory.Core.Exchange.Hsds.Files;

/// <summary>The tables of the data package. Their rows are what the API answers, taken apart: the two cannot disagree.</summary>
public static class HsdsTables
{
    private static readonly HsdsField Id = new("id", Format: "uuid", IsRequired: true);
    private static readonly HsdsField Url = new("url", Format: "uri");
    private static readonly HsdsField Email = new("email", Format: "email");
    private static readonly HsdsField Name = new("name", IsRequired: true);
    private static readonly HsdsField AnyName = new("name");
    private static readonly HsdsField Translation = new("translation", Choices: [HsdsService.Unreviewed]);
    private static readonly HsdsField Description = new("description");

    /// <summary>All, each after those that it refers to.</summary>
    public static IReadOnlyList<HsdsTable> All { get; } =
    [
        new("organization", "organizations.csv", [Id, Name, new("alternate_name"), new("description", IsRequired: true), Email, new("website", Format: "uri"), Translation],
            (directory, mapping) => directory.Organizations.Select(entry => Json(mapping.Organization(entry.Provider)))),
        new("service", "services.csv",
            [Id, To("organization", isRequired: true), Name, Description, Url, Email, new("status", IsRequired: true, Choices: ["active", "inactive", "defunct", "temporarily closed"]), new("eligibility_description"), new("assured_date", "date"), new("last_modified", "datetime"), Translation],
            (directory, mapping) => directory.Services.Select(offer => Json(mapping.Service(offer.Provider, offer.Service)))),
        new("location", "locations.csv", [Id, KindOfPlace("location_type"), To("organization"), AnyName],
            (directory, mapping) => OfOrganizations(directory, mapping, organization => organization.Locations)),
        new("address", "addresses.csv",
            [Id, To("location"), new("address_1", IsRequired: true), new("city"), new("state_province"), new("postal_code"), new("country", IsRequired: true), KindOfPlace("address_type")],
            (directory, mapping) => OfOrganizations(directory, mapping, organization => organization.Locations?.SelectMany(location => location.Addresses ?? []))),
        new("service_at_location", "service_at_location.csv", [Id, To("service", isRequired: true), To("location", isRequired: true)],
            (directory, mapping) => OfServices(directory, mapping, service => service.ServiceAtLocations)),
        new("phone", "phones.csv", [Id, To("organization"), new("number", IsRequired: true), new("type"), Description],
            (directory, mapping) => OfOrganizations(directory, mapping, organization => organization.Phones)),
        new("contact", "contacts.csv", [Id, To("organization"), Email],
            (directory, mapping) => OfOrganizations(directory, mapping, organization => organization.Contacts)),
        new("url", "url.csv", [Id, new("label"), Url with { IsRequired = true }, To("organization")],
            (directory, mapping) => OfOrganizations(directory, mapping, organization => organization.AdditionalWebsites)),
        new("schedule", "schedules.csv",
            [Id, To("service"), new("valid_from", "date"), new("valid_to", "date"), new("timezone", "number"), new("wkst", Choices: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), new("freq", Choices: ["WEEKLY", "MONTHLY"]), new("byday"), Description, Time("opens_at"), Time("closes_at")],
            (directory, mapping) => OfServices(directory, mapping, service => service.Schedules)),
        new("service_area", "service_areas.csv", [Id, To("service"), AnyName],
            (directory, mapping) => OfServices(directory, mapping, service => service.ServiceAreas)),
        new("language", "languages.csv", [Id, To("service"), AnyName, new("code")],
            (directory, mapping) => OfServices(directory, mapping, service => service.Languages)),
        new("taxonomy", "taxonomies.csv", [Id, Name, new("description", IsRequired: true)],
            (_, mapping) => mapping.Terms.Taxonomies.Select(Json)),
        new("taxonomy_term", "taxonomy_terms.csv", [Id, new("code"), Name, new("description", IsRequired: true), new("taxonomy"), new("language"), To("taxonomy")],
            (_, mapping) => mapping.Terms.Terms.Select(Json)),
        new("attribute", "attributes.csv",
            [Id, new("link_id", Format: "uuid", IsRequired: true), new("taxonomy_term_id", Format: "uuid", IsRequired: true, Of: "taxonomy_term"), new("link_type"), new("link_entity", IsRequired: true)],
            (directory, mapping) => OfServices(directory, mapping, service => service.Attributes)),
    ];

    private static HsdsField To(string table, bool isRequired = false) => new($"{table}_id", Format: "uuid", IsRequired: isRequired, Of: table);

    private static HsdsField KindOfPlace(string name) => new(name, IsRequired: true, Choices: ["physical", "postal", "virtual"]);

    // With the offset, which the default format of a time has no place for.
    private static HsdsField Time(string name) => new(name, "time", "%H:%M%z");

    private static IEnumerable<JsonElement> OfOrganizations<T>(HsdsDirectory directory, HsdsMapping mapping, Func<HsdsOrganization, IEnumerable<T>?> rows) =>
        directory.Organizations.SelectMany(entry => rows(mapping.FullOrganization(entry.Country, entry.Provider)) ?? []).Select(Json);

    private static IEnumerable<JsonElement> OfServices<T>(HsdsDirectory directory, HsdsMapping mapping, Func<HsdsService, IEnumerable<T>?> rows) =>
        directory.Services.SelectMany(offer => rows(mapping.FullService(offer.Country, offer.Provider, offer.Service)) ?? []).Select(Json);

    private static JsonElement Json<T>(T record) => JsonSerializer.SerializeToElement(record, HsdsJson.Of<T>());
}
