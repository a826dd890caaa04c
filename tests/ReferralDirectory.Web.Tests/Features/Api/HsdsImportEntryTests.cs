using System.Text;
using System.Text.Json;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Imports;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>What a file says of an entry that is here: that it closed, was taken down, or that the file has only some of it.</summary>
public sealed class HsdsImportEntryTests(ApiSite site)
{
    private static readonly HsdsImportOptions English = HsdsImportTests.Options with { Language = "en", Source = "guide" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("defunct")]
    [InlineData("temporarily closed")]
    public async Task AnOrganisationThatClosed_IsNotUnchanged_AndNamed(string status)
    {
        var file = (await site.Client.GetStringAsync("/api/downloads/directory.json?lang=en", Cancel)).Replace("\"status\":\"active\"", $"\"status\":\"{status}\"", StringComparison.Ordinal);

        var (kinds, notes, _) = await HsdsImportTests.ReadAsync(site, file, English);

        var all = (await site.AllAsync("/organizations")).Count;
        Assert.Equal([KeyValuePair.Create(ImportItemKind.Faulty, all)], kinds);
        Assert.Equal(all, notes.Count(note => note.Reason == HsdsImportNoteReason.StillOffered));
    }

    [Fact]
    public async Task APageOfServices_TakesNothingAwayThatStandsOnOthers()
    {
        var id = (await site.AllAsync("/organizations?search=maria&lang=en")).Select(organization => organization.GetProperty("id").GetString()).First();
        var address = $"/api/hsds/v3/services?organization_id={id}&full=true&lang=en&per_page=1";
        Assert.Equal(2, JsonSerializer.Deserialize<JsonElement>(await site.Client.GetStringAsync(address, Cancel)).GetProperty("total_pages").GetInt32());

        var (kinds, notes, _) = await HsdsImportTests.ReadAsync(site, await site.Client.GetStringAsync(address, Cancel), English);
        var (_, lastNotes, _) = await HsdsImportTests.ReadAsync(site, await site.Client.GetStringAsync(address + "&page=2", Cancel), English);

        Assert.Equal([KeyValuePair.Create(ImportItemKind.Unchanged, 1)], kinds);
        Assert.Equal([(HsdsImportNoteReason.OnePage, "1/2")], notes.Select(note => (note.Reason, note.Detail)));
        Assert.Equal([(HsdsImportNoteReason.OnePage, "2/2")], lastNotes.Select(note => (note.Reason, note.Detail)));
    }

    [Fact]
    public async Task APageOfServices_LeavesWhatOtherServicesSay()
    {
        const string First = """{ "total_pages": 2, "contents": [{ "id": "2", "name": "Beds", "description": "A shelter for women.", "status": "active", "organization": { "id": "{id}", "name": "Maria" }, "phones": [{ "number": "8 (3952) 20-00-01" }], "languages": [{ "code": "ka" }] }] }""";
        var entry = (await site.AllAsync("/organizations?search=maria&lang=en&full=true"))[0];

        var (_, _, list) = await HsdsImportTests.ReadAsync(site, First.Replace("{id}", entry.GetProperty("id").GetString(), StringComparison.Ordinal), English);

        string[] kept = ["79027638708", "\"ru\"", "\"tg\"", "Help of many kinds"];
        string[] taken = ["20-00-01", "\"ka\""];
        Assert.All(kept.Concat(taken), text => Assert.Contains(text, list, StringComparison.Ordinal));
        Assert.Equal(2, JsonSerializer.Deserialize<JsonElement>(list)[0].GetProperty("services").GetArrayLength());
    }

    [Fact]
    public async Task NewOrganisationsWhoseNamesBeginAlike_AreTwo()
    {
        const string File =
            """
            [{ "id": "1", "name": "House of Hope for all who need a roof over their heads, something warm to eat in the winter, and somebody who listens to them, north of the river", "phones": [{ "number": "8 (3952) 20-00-01" }], "services": [{ "id": "2", "description": "A bed", "attributes": [{ "taxonomy_term": { "code": "legal-help" } }] }] },
             { "id": "3", "name": "House of Hope for all who need a roof over their heads, something warm to eat in the winter, and somebody who listens to them, south of the river", "phones": [{ "number": "8 (3952) 20-00-02" }], "services": [{ "id": "4", "description": "Soup", "attributes": [{ "taxonomy_term": { "code": "legal-help" } }] }] }]
            """;

        var (kinds, notes, _) = await HsdsImportTests.ReadAsync(site, File, English);

        Assert.Empty(notes);
        Assert.Equal([KeyValuePair.Create(ImportItemKind.Addition, 2)], kinds);
    }

    [Theory]
    [InlineData("""{ "email": "Desk@hope.example" }""", """{ "email": "desk@HOPE.example" }""")]
    [InlineData("""{ "website": "https://hope.example/Help" }""", """{ "url": "https://HOPE.example/help" }""")]
    public async Task AContactThatIsWrittenTwice_OnceInLargeLetters_IsOne(string first, string second)
    {
        var file =
            $$"""
            [{ "id": "1", "name": "House of Hope", "services": [{ "id": "2", "description": "A bed", "attributes": [{ "taxonomy_term": { "code": "legal-help" } }],
               "service_at_locations": [{{first}}, {{second}}] }] }]
            """;

        var (kinds, _, list) = await HsdsImportTests.ReadAsync(site, file, English);

        Assert.Equal([KeyValuePair.Create(ImportItemKind.Addition, 1)], kinds);
        Assert.Equal(1, JsonSerializer.Deserialize<JsonElement>(list)[0].GetProperty("contacts").GetArrayLength());
    }

    [Fact]
    public async Task WhatWasTakenDownHere_IsSaid()
    {
        await using var edited = new EditedSite();
        var provider = edited.Country.FindProvider("stellit")!;
        var record = await edited.TextAsync($"/api/hsds/v3/organizations/{provider.Id}?full_service=true&lang=en");
        await edited.TakeDownAsync(provider.Id);

        using var list = new MemoryStream();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(record.Replace("\"description\":\"", "\"description\":\"Now: ", StringComparison.Ordinal)));
        var notes = await edited.Service<HsdsImport>().WriteListAsync(file, list, English, Cancel);

        Assert.Contains(notes, note => note.Reason == HsdsImportNoteReason.TakenDown && note.Detail == edited.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}
