using ReferralDirectory.Core.Exchange.Hsds.Imports;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Nothing that another directory says of an organisation is dropped without a word.</summary>
public sealed class HsdsImportFieldTests(ApiSite site)
{
    private static readonly HsdsImportOptions English = HsdsImportTests.Options with { Language = "en", Source = "guide" };

    /// <summary>Every field of HSDS 3.1 that is a text, wherever it stands; but for identifiers, and what is of the record alone (docs/api.md).</summary>
    private const string Canaries =
        """
        {
          "id": "1", "name": "Zq1", "alternate_name": "Zq2", "description": "Zq3", "email": "zq4@example.org", "website": "https://zq5.example/", "tax_status": "Zq6", "tax_id": "Zq7", "legal_status": "Zq8", "logo": "Zq9", "uri": "Zq10",
          "funding": [{ "source": "Zq11" }],
          "contacts": [{ "name": "Zq12", "title": "Zq13", "department": "Zq14", "email": "zq15@example.org", "phones": [{ "number": "8 (3952) 20-00-01", "description": "Zq16", "languages": [{ "code": "ka", "name": "Zq17", "note": "Zq18" }], "attributes": [{ "value": "Zq19" }] }], "attributes": [{ "value": "Zq20" }] }],
          "phones": [{ "number": "8 (3952) 20-00-02", "type": "fax", "description": "Zq21" }],
          "additional_websites": [{ "label": "Zq22", "url": "https://zq23.example/", "attributes": [{ "value": "Zq24" }] }],
          "organization_identifiers": [{ "identifier_scheme": "Zq25", "identifier_type": "Zq26", "identifier": "Zq27" }],
          "programs": [{ "name": "Zq28", "alternate_name": "Zq29", "description": "Zq30" }],
          "attributes": [{ "value": "Zq31", "label": "Zq32", "taxonomy_term": { "name": "Zq33" } }],
          "locations": [{
            "location_type": "physical", "name": "Zq34", "alternate_name": "Zq35", "description": "Zq36", "transportation": "Zq37", "url": "https://zq38.example/",
            "addresses": [{ "attention": "Zq39", "address_1": "Zq40", "address_2": "Zq41", "city": "Zq42", "region": "Zq43", "state_province": "Zq44", "postal_code": "Zq45", "country": "Zq46", "address_type": "physical", "attributes": [{ "value": "Zq47" }] },
              { "city": "Zq48", "state_province": "Zq49", "address_type": "postal" }],
            "accessibility": [{ "description": "Zq50", "details": "Zq51", "url": "Zq52" }], "attributes": [{ "value": "Zq53" }],
            "languages": [{ "code": "ka", "note": "Zq54" }], "contacts": [{ "title": "Zq55" }],
            "phones": [{ "number": "8 (3952) 20-00-03", "description": "Zq56" }] }],
          "services": [{
            "id": "2", "name": "Zq57", "alternate_name": "Zq58", "description": "Zq59", "url": "https://zq60.example/", "email": "zq61@example.org", "status": "active", "interpretation_services": "Zq62", "application_process": "Zq63", "fees_description": "Zq64",
            "wait_time": "Zq65", "fees": "Zq66", "accreditations": "Zq67", "eligibility_description": "Zq68", "licenses": "Zq69", "alert": "Zq70",
            "cost_options": [{ "option": "Zq71", "currency": "Zq72", "amount_description": "Zq73" }], "required_documents": [{ "document": "Zq74", "uri": "Zq75" }], "capacities": [{ "description": "Zq76" }],
            "service_areas": [{ "name": "Zq77", "description": "Zq78", "extent": "Zq79", "extent_type": "Zq80", "uri": "Zq81", "attributes": [{ "value": "Zq82" }] }],
            "languages": [{ "code": "ka", "note": "Zq83" }],
            "attributes": [{ "value": "Zq84", "label": "Zq85", "taxonomy_term": { "code": "legal-help" } }, { "taxonomy_term": { "name": "Zq86" } }],
            "schedules": [{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "description": "Zq87" }, { "freq": "WEEKLY", "byday": "TU", "opens_at": "09:00", "closes_at": "18:00", "notes": "Zq88", "schedule_link": "Zq89", "attending_type": "Zq90" }],
            "organization": null, "program": { "name": "Zq91" }, "additional_urls": [{ "label": "Zq92", "url": "https://zq93.example/" }],
            "service_at_locations": [{
              "description": "Zq94", "attributes": [{ "value": "Zq95" }], "service_areas": [{ "name": "Zq96", "description": "Zq97" }], "contacts": [{ "department": "Zq98" }], "phones": [{ "number": "8 (3952) 20-00-04", "description": "Zq99" }] }] }]
        }
        """;

    [Fact]
    public async Task EveryField_IsTaken_OrNamed()
    {
        var (_, notes, list) = await HsdsImportTests.ReadAsync(site, $"[{Canaries}]", English);

        var said = $"{list}\n{string.Join('\n', notes.Select(note => note.Detail))}\n";
        Assert.All(Enumerable.Range(1, 99), number => Assert.Matches($"(?i)Zq{number}(?![0-9])", said));
    }

    [Fact]
    public async Task WhatIsSaidOfANumber_IsNamed_AndThatItBelongsToAPerson()
    {
        const string File =
            """
            [{ "id": "1", "name": "House of Hope", "description": "Do not call from home",
               "contacts": [{ "name": "A. Person", "title": "Director", "email": "a.person@hope.example", "phones": [{ "number": "8 902 123-45-67", "description": "SMS only, never call at night" }] }] }]
            """;

        var (_, notes, _) = await HsdsImportTests.ReadAsync(site, File, English);

        Assert.Equal(
            [
                (HsdsImportNoteReason.Person, "a.person@hope.example, 8 902 123-45-67"),
                (HsdsImportNoteReason.NoField, "contacts.name: A. Person"),
                (HsdsImportNoteReason.NoField, "contacts.title: Director"),
                (HsdsImportNoteReason.NoField, "description: Do not call from home"),
                (HsdsImportNoteReason.NoField, "phones.description: SMS only, never call at night"),
            ],
            notes.Select(note => (note.Reason, note.Detail)).OrderBy(note => note.Reason).ThenBy(note => note.Detail, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"location_type\": \"postal\"", "\"address_type\": \"postal\"")]
    [InlineData("\"location_type\": \"physical\"", "\"address_type\": \"postal\"")]
    [InlineData("\"location_type\": \"virtual\"", "\"address_type\": \"physical\"")]
    public async Task TheTownOfAPostBox_IsNoPlaceWhereHelpIs(string location, string address)
    {
        var file = $$"""[{ "id": "1", "name": "House of Hope", "locations": [{ {{location}}, "addresses": [{ "city": "Иркутск", {{address}} }] }] }]""";

        var (_, notes, list) = await HsdsImportTests.ReadAsync(site, file, English);

        Assert.DoesNotContain("irkutsk", list, StringComparison.Ordinal);
        Assert.StartsWith("Иркутск, ", Assert.Single(notes, note => note.Reason == HsdsImportNoteReason.NoPlaceToGo).Detail, StringComparison.Ordinal);
    }
}
