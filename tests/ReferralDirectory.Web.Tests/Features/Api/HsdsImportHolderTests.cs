using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Imports;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Wherever the standard lets a record stand, it is read, or it is said that it is left out.</summary>
public sealed class HsdsImportHolderTests(ApiSite site)
{
    private static readonly HsdsImportOptions English = HsdsImportTests.Options with { Language = "en", Source = "guide" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ContactsHoursAndLanguages_OfAServiceAtAPlace_AreTaken()
    {
        const string File =
            """
            [{ "id": "1", "name": "House of Hope", "services": [{ "id": "2", "description": "A bed", "service_at_locations": [{
              "id": "3", "phones": [{ "number": "8 (3952) 20-00-01" }], "contacts": [{ "id": "4", "email": "desk@hope.example", "phones": [{ "number": "8 (3952) 20-00-02" }] }],
              "schedules": [{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:15", "closes_at": "18:00" }],
              "service_areas": [{ "name": "Иркутск" }],
              "location": { "id": "5", "phones": [{ "number": "8 (3952) 20-00-03" }], "languages": [{ "code": "ka" }], "contacts": [{ "email": "door@hope.example" }],
                "schedules": [{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:15", "closes_at": "18:00" }] }
            }] }] }]
            """;

        var (_, notes, list) = await HsdsImportTests.ReadAsync(site, File, English);

        Assert.Empty(notes);
        string[] taken = ["20-00-01", "20-00-02", "20-00-03", "desk@hope.example", "door@hope.example", "09:15", "\"ka\"", "irkutsk"];
        Assert.All(taken, text => Assert.Contains(text, list, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2027-01-08", "2027-01-09", "2026-12-31/2027-01-09")]
    [InlineData("Asia/Irkutsk", "Asia/Manila", "Asia/Manila")]
    public async Task WhatAnEntryKeepsOfItsHours_IsSaid_WhereTheWeekIsTheSame(string before, string after, string detail)
    {
        var (kinds, notes, _) = await HsdsImportTests.ReadAsync(site, (await DocumentAsync()).Replace(before, after, StringComparison.Ordinal), English);

        Assert.Equal([ImportItemKind.Unchanged], kinds.Keys);
        Assert.Equal((HsdsImportNoteReason.KeptHours, detail), Assert.Single(notes.Select(note => (note.Reason, note.Detail))));
    }

    [Fact]
    public async Task OtherDays_AreKept_AndThatIsSaid_WhereTheWeekIsAnother()
    {
        var file = (await DocumentAsync()).Replace("\"14:00", "\"14:30", StringComparison.Ordinal).Replace("2027-01-08", "2027-01-09", StringComparison.Ordinal);

        var (kinds, notes, _) = await HsdsImportTests.ReadAsync(site, file, English);

        Assert.Equal(1, kinds[ImportItemKind.Change]);
        Assert.Equal((HsdsImportNoteReason.KeptHours, "2026-12-31/2027-01-09"), Assert.Single(notes.Select(note => (note.Reason, note.Detail))));
    }

    [Fact]
    public async Task HoursThatAreNoHoursOfAWeek_AreNamed_WhereTheWeekIsTheSame()
    {
        var file = (await DocumentAsync()).Replace("\"schedules\":[", "\"schedules\":[{\"freq\":\"MONTHLY\",\"description\":\"First Sunday\"},", StringComparison.Ordinal);

        var (kinds, notes, _) = await HsdsImportTests.ReadAsync(site, file, English);

        Assert.Equal([ImportItemKind.Unchanged], kinds.Keys);
        Assert.Equal((HsdsImportNoteReason.OtherHours, "freq: MONTHLY, description: First Sunday"), Assert.Single(notes.Select(note => (note.Reason, note.Detail)).Distinct()));
    }

    [Fact]
    public async Task AServiceThatOnlyNamesItsOrganisation_IsPartOfIt_OrIsNamed()
    {
        const string File =
            """
            { "services": [{ "id": "3", "organization_id": "1", "name": "Bed", "description": "A bed for a night" }, { "id": "4", "organization_id": "elsewhere", "name": "Soup" }],
              "organizations": [{ "id": "1", "name": "House of Hope" }] }
            """;

        var (_, notes, list) = await HsdsImportTests.ReadAsync(site, File, English);

        Assert.Contains("A bed for a night", list, StringComparison.Ordinal);
        Assert.Equal(
            [("Soup", HsdsImportNoteReason.NoOrganization, "elsewhere"), ("House of Hope", HsdsImportNoteReason.NoField, "name: Bed")],
            notes.Select(note => (note.Name, note.Reason, note.Detail)));
    }

    private Task<string> DocumentAsync() => site.Client.GetStringAsync("/api/downloads/directory.json?lang=en", Cancel);
}
