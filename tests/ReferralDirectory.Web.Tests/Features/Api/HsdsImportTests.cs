using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Imports;
using ReferralDirectory.Core.Exchange.Imports;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Files of the standard come in as any other file: ours, and those of another directory.</summary>
public sealed class HsdsImportTests(ApiSite site)
{
    private const string Source = "guide";

    internal static readonly HsdsImportOptions Options = new() { TimeZone = "Europe/Moscow", HotlineWords = ["Hotline", "Горячая линия"], FreeWords = ["Free to call", "Звонок бесплатный"], AppointmentWords = ["By appointment", "По предварительной записи"], ClosedWords = ["Closed", "Закрыто"], MessengerWords = ["Messenger", "Мессенджер"], Remark = notes => string.Join("; ", notes.Select(note => note.Detail)) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/downloads/directory.json?lang=ru", "")]
    [InlineData("/api/downloads/directory.json?lang=en", "")]
    [InlineData("/api/hsds/v3/organizations?format=ndjson&full_service=true&lang=en", "en")]
    [InlineData("/api/hsds/v3/organizations?lang=en", "en")]
    [InlineData("/api/hsds/v3/services?format=ndjson&full=true&lang=ru", "ru")]
    public async Task WhatCameFromHere_ChangesNothing_AndNothingOfItIsLeftOut(string address, string language)
    {
        var (kinds, notes, _) = await ReadAsync(site, await site.Client.GetStringAsync(address, Cancel), Options with { Language = language });

        Assert.Equal("", string.Join('\n', notes.Select(note => $"{note.Name}: {note.Reason} {note.Detail}")));
        Assert.Equal([KeyValuePair.Create(ImportItemKind.Unchanged, (await site.AllAsync("/organizations")).Count)], kinds);
    }

    [Fact]
    public async Task AChangedNumber_IsTheOnlyChange()
    {
        var file = await site.Client.GetStringAsync("/api/downloads/directory.json?lang=en", Cancel);

        var (kinds, _, _) = await ReadAsync(site, file.Replace("79027638708", "79027638709", StringComparison.Ordinal), Options);

        Assert.Equal(1, kinds[ImportItemKind.Change]);
        Assert.Equal((await site.AllAsync("/organizations")).Count - 1, kinds[ImportItemKind.Unchanged]);
    }

    /// <summary>Described by hand, as other directories write: with a type that is told by name, a place that is a city, and things we do not take.</summary>
    [Fact]
    public async Task AnOrganisationOfAnotherDirectory_IsAnAddition_WithoutItsStreet()
    {
        var term = (await site.AllAsync("/taxonomy_terms?lang=en"))[0].GetProperty("name").GetString();
        var other =
            $$"""
            [{
              "id": "7a1f0c52-3b0e-4d3c-9a35-5f2f6f4d1c11", "name": "Дом надежды", "alternate_name": "House of Hope", "description": "О нас",
              "email": "house@hope.example", "website": "https://hope.example/",
              "phones": [{ "id": "1", "number": "8 (3952) 20-00-01", "type": "voice" }, { "id": "2", "number": "8 (3952) 20-00-02", "type": "fax" }],
              "locations": [{ "id": "3", "location_type": "physical", "addresses": [{ "address_1": "Тихая улица, 5", "city": "Иркутск", "state_province": "", "postal_code": "", "country": "RU", "address_type": "physical" }] }],
              "services": [
                {
                  "id": "4", "name": "Приют", "description": "Кров и еда на первое время", "status": "active",
                  "attributes": [{ "link_id": "4", "taxonomy_term": { "id": "5", "name": "{{term}}" } }, { "taxonomy_term": { "id": "6", "name": "Astrology" } }],
                  "schedules": [{ "freq": "WEEKLY", "byday": "MO,FR", "opens_at": "09:00+08:00", "closes_at": "18:00+08:00" }],
                  "languages": [{ "code": "ru" }]
                },
                { "id": "7", "name": "Кружок", "status": "defunct" }
              ]
            }]
            """;

        var (kinds, notes, list) = await ReadAsync(site, other, Options with { Language = "ru", Source = Source });

        Assert.Equal([KeyValuePair.Create(ImportItemKind.Addition, 1)], kinds);
        Assert.Equal(
            [HsdsImportNoteReason.UnknownTerm, HsdsImportNoteReason.NotActive, HsdsImportNoteReason.Street, HsdsImportNoteReason.NoVoice, HsdsImportNoteReason.NoField, HsdsImportNoteReason.NoField],
            notes.Select(note => note.Reason).OrderBy(reason => reason));
        Assert.Equal(["description: О нас", "name: Приют"], notes.Where(note => note.Reason == HsdsImportNoteReason.NoField).Select(note => note.Detail).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Тихая", list, StringComparison.Ordinal);
        Assert.Contains("dom-nadezhdi", list, StringComparison.Ordinal);
        Assert.Contains("04:00", list, StringComparison.Ordinal);
    }

    /// <summary>With the fields of the examples in the schemas of HSDS 3.1, written down by hand: most of them have no place here, and none of them may be in the way.</summary>
    [Fact]
    public async Task AnOrganisationWithEveryFieldOfTheStandardsExamples_IsAnAddition_WithoutAPersonsName()
    {
        var term = (await site.AllAsync("/taxonomy_terms?lang=en"))[0].GetProperty("name").GetString();
        var example =
            $$"""
            {
              "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "Example Organization Inc.", "alternate_name": "Example Org", "email": "email@example.com", "website": "http://example.com",
              "description": "Example Org is a non-profit organization dedicated to providing services to qualified beneficiaries",
              "additional_websites": [{ "id": "30951f94-7b24-11ef-ba1b-a79405d4dcaa", "label": "Website", "url": "https://example.org", "attributes": [] }],
              "tax_status": "tax_status", "tax_id": "tax_id", "year_incorporated": 2011, "legal_status": "Limited Company", "logo": "https://example.org/logo.png", "uri": "http://example.com", "parent_organization_id": null,
              "funding": [{ "id": "1f2df32c-bf08-4b8e-bd6f-e834014b19bc", "source": "Grants" }],
              "contacts": [{ "id": "1e7efce3-639b-4880-940c-b95cd30cdb50", "name": "A. Person", "title": "Reception Manager", "department": "Reception", "email": "reception@example.com",
                "phones": [{ "id": "1554f2e2-a373-45db-a3fa-9fc48a61c15e", "number": "+44 20 7946 0958", "extension": 100, "type": "voice", "languages": [{ "id": "2989d3ed-c547-48f8-8f9d-432d81c7892e", "name": "Urdu", "code": "ur" }] }] }],
              "phones": [{ "id": "2554f2e2-a373-45db-a3fa-9fc48a61c15e", "number": "+44 20 7946 0959", "type": "voice", "description": "Our main reception phone number." }],
              "locations": [{ "id": "3a19ff88-4620-4d17-9830-ac1d859eb5d5", "location_type": "physical", "url": null, "name": "MyCity Civic Center", "latitude": 100, "longitude": 100, "transportation": "Bus",
                "accessibility": [{ "id": "a1", "description": "Ramp" }], "external_identifier": "10092008082", "external_identifier_type": "UPRN",
                "addresses": [{ "id": "74706e55-df26-4b84-80fe-ecc30b5befb4", "attention": "A. Person", "address_1": "1-30 Main Street", "address_2": "", "city": "MyCity", "region": "MyRegion", "state_province": "MyState", "postal_code": "ABC 1234", "country": "US", "address_type": "postal" }] }],
              "programs": [{ "id": "e7ec6d6e-0b8a-4a5e-b1d2-5f0b9a1c6a11", "name": "Community Support", "description": "Together" }],
              "organization_identifiers": [{ "id": "8fc9ce7e-d3ce-4f73-9a2f-4dd0ecc6c610", "identifier_scheme": "GB-COH", "identifier_type": "Company number", "identifier": "1234567" }],
              "metadata": [{ "id": "6cd71e9f-1013-49d9-8370-26b8f59d3e5a", "last_action_date": "2011-01-01", "last_action_type": "update", "field_name": "name", "updated_by": "A. Person" }],
              "services": [{
                "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Community Counselling", "description": "Counselling for people who need it", "status": "active", "interpretation_services": "Yes", "application_process": "Ask",
                "fees_description": "Free", "eligibility_description": "For people of the city", "minimum_age": 18, "maximum_age": 99, "assured_date": "2005-01-01", "assurer_email": "person@example.com", "alert": "Closed", "last_modified": "2023-03-15T10:30:45.123Z",
                "schedules": [
                  { "id": "48745a2a-10ee-4a36-9b49-8ae8d64c9ba4", "valid_from": "2023-03-15", "valid_to": "2023-07-31", "dtstart": "2023-03-15", "timezone": 3, "until": "2023-07-31", "count": 100, "wkst": "MO", "freq": "MONTHLY", "interval": 1, "bymonthday": "1", "opens_at": "08:00Z", "closes_at": "18:00Z", "description": "By request" },
                  { "id": "58745a2a-10ee-4a36-9b49-8ae8d64c9ba4", "freq": "WEEKLY", "interval": 1, "byday": "MO,TU", "opens_at": "08:00Z", "closes_at": "18:00Z" }],
                "cost_options": [{ "id": "c1", "amount": 100, "currency": "gbp" }], "required_documents": [{ "id": "r1", "document": "Passport" }], "service_areas": [], "languages": [{ "id": "l1", "code": "en" }],
                "attributes": [{ "id": "ae58cc39-8b70-4ab1-8aea-786882e5ac8e", "link_entity": "service", "value": "value", "label": "An Example Label", "taxonomy_term": { "id": "3f7b145d-84af-42d7-8fae-eaca714b02b2", "name": "{{term}}" } }]
              }]
            }
            """;

        var (kinds, notes, list) = await ReadAsync(site, example, Options with { Language = "en", Source = Source });

        Assert.Equal([KeyValuePair.Create(ImportItemKind.Addition, 1)], kinds);
        Assert.Equal(
            [HsdsImportNoteReason.Street, HsdsImportNoteReason.NoVoice, HsdsImportNoteReason.OtherHours, HsdsImportNoteReason.Person, HsdsImportNoteReason.NoPlaceToGo],
            notes.Select(note => note.Reason).Where(reason => reason != HsdsImportNoteReason.NoField).OrderBy(reason => reason));
        Assert.Equal(
            "additional_websites.label, addresses.attention, addresses.country, addresses.postal_code, addresses.region, alert, application_process, attributes.label, attributes.value, contacts.department, contacts.name, contacts.title, cost_options, description, "
            + "fees_description, funding, interpretation_services, legal_status, locations.accessibility, locations.name, locations.transportation, logo, maximum_age, minimum_age, name, organization_identifiers, phones.description, phones.languages, programs, required_documents, tax_id, tax_status, "
            + "uri, year_incorporated",
            string.Join(", ", notes.Where(note => note.Reason == HsdsImportNoteReason.NoField).Select(note => note.Detail.Split(':')[0]).Order(StringComparer.Ordinal)));
        Assert.Contains(notes, note => note.Detail == "alert: Closed");
        string[] taken = ["d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "ac148810-d857-441c-9679-408f346de14b", "reception@example.com", "11:00"];
        string[] left = ["A. Person", "person@", "Main Street", "ABC 1234", "MyCity Civic Center"];
        Assert.All(taken, text => Assert.Contains(text, list, StringComparison.Ordinal));
        Assert.All(left, text => Assert.DoesNotContain(text, list, StringComparison.Ordinal));
        Assert.DoesNotContain("0958", JsonSerializer.Deserialize<JsonElement>(list)[0].GetProperty("contacts").ToString(), StringComparison.Ordinal);
    }

    /// <summary>What a terminal would obey, or a name without an end, reaches nobody who reads what is left out.</summary>
    [Fact]
    public async Task AHostileName_IsCut_WhereItIsSaidWhatIsLeftOut()
    {
        var file = $$"""[{ "id": "1", "name": "\u001b]0;Gone\u0007{{new string('a', 500)}}", "services": [{ "id": "2", "service_at_locations": [{ "location": { "addresses": [{ "address_1": "5 Quiet Street" }] } }] }] }]""";

        var (_, notes, _) = await ReadAsync(site, file, Options with { Language = "en" });

        var note = Assert.Single(notes, note => note.Reason == HsdsImportNoteReason.Street);
        Assert.StartsWith("]0;Gonea", note.Name, StringComparison.Ordinal);
        Assert.True(note.Name.Length < 100);
    }

    [Theory]
    [InlineData("no json", "en", "", HsdsImportFault.NotJson)]
    [InlineData("[]", "en", "", HsdsImportFault.NoOrganizations)]
    [InlineData("""{ "hello": "world" }""", "en", "", HsdsImportFault.NoOrganizations)]
    [InlineData("""[{ "id": "1", "name": "Hope" }]""", "", "", HsdsImportFault.Language)]
    [InlineData("""[{ "id": "1", "name": "Hope" }]""", "fr", "", HsdsImportFault.Language)]
    [InlineData("""[{ "id": "1", "name": "Hope" }]""", "en", "nobody", HsdsImportFault.Source)]
    public async Task AFileThatCannotBeUnderstood_IsRefused(string file, string language, string source, HsdsImportFault fault)
    {
        var problem = await Assert.ThrowsAsync<HsdsImportException>(() => ReadAsync(site, file, Options with { Language = language, Source = source }));

        Assert.Equal(fault, problem.Fault);
    }

    [Theory]
    [InlineData("""[{ "id": 1, "name": "Hope", "phones": "none", "services": [7, { "attributes": [{ "taxonomy_term": 3 }] }] }]""")]
    [InlineData("""[{ "name": "!!!", "phones": [{ }], "locations": [{ "addresses": [{ }] }] }]""")]
    public async Task RecordsOfAnotherShape_AreFaultsToMend(string file)
    {
        var (kinds, _, _) = await ReadAsync(site, file, Options with { Language = "en" });

        Assert.Equal([KeyValuePair.Create(ImportItemKind.Faulty, 1)], kinds);
    }

    internal static async Task<(IReadOnlyDictionary<ImportItemKind, int> Kinds, ImmutableArray<HsdsImportNote> Notes, string List)> ReadAsync(ApiSite site, string file, HsdsImportOptions options)
    {
        var services = site.Site.Services;
        using var list = new MemoryStream();
        var notes = await services.GetRequiredService<HsdsImport>().WriteListAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), list, options, Cancel);
        list.Position = 0;
        var desk = services.GetRequiredService<ImportDesk>();
        var id = (await desk.StartAsync(null, list, Cancel))!.Value;
        await services.GetRequiredService<ImportWorker>().SettleAsync();
        var import = (await services.GetRequiredService<ImportArchive>().FindAsync(null, id, Cancel))!;
        Assert.Null(import.Fault);
        await desk.CancelAsync(null, id, Cancel);
        return (import.Kinds, notes, Encoding.UTF8.GetString(list.ToArray()));
    }
}
