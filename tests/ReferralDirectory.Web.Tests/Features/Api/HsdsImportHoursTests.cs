using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Hsds.Imports;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Who comes at a wrong hour stands before a closed door: hours are taken where it is certain when they hold, and otherwise named.</summary>
public sealed class HsdsImportHoursTests(ApiSite site)
{
    private static readonly HsdsImportOptions English = HsdsImportTests.Options with { Language = "en", Source = "guide" };

    [Theory]
    [InlineData("09:00", "18:00", "monday 09:00-18:00")]
    [InlineData("09:00:00", "18:00:00", "monday 09:00-18:00")]
    [InlineData("09:00+03:00", "18:00+03:00", "monday 09:00-18:00")]
    [InlineData("06:00Z", "15:00Z", "monday 09:00-18:00")]
    [InlineData("09:00+10:00", "18:00+10", "monday 02:00-11:00")]
    // There it is another day.
    [InlineData("23:00Z", "05:00Z", "tuesday 02:00-08:00")]
    [InlineData("03:00+1000", "08:00+1000", "sunday 20:00-01:00")]
    public async Task Hours_AreThoseOfTheClocksOfTheTimeZone(string opens, string closes, string expected)
    {
        var (notes, week) = await WeekAsync($$"""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "{{opens}}", "closes_at": "{{closes}}" }""");

        Assert.Empty(notes);
        Assert.Equal([expected], week);
    }

    [Fact]
    public async Task AnOffset_MayStandBesideTheTimes()
    {
        var (notes, week) = await WeekAsync("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "timezone": 10 }""");

        Assert.Empty(notes);
        Assert.Equal(["monday 02:00-11:00"], week);
    }

    [Theory]
    // What is no time, or one of two.
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00 PM", "closes_at": "11:00 PM" }""", "09:00 PM")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00Z", "closes_at": "18:00+03:00" }""", "18:00+03:00")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00Z", "closes_at": "18:00Z", "timezone": 3 }""", "timezone: 3")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "timezone": "EST" }""", "EST")]
    // The zone and the offset contradict each other; the clocks there are changed.
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00+09:00", "closes_at": "18:00+09:00", "description": "Asia/Irkutsk" }""", "09:00+09:00")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00+05:00", "closes_at": "18:00+05:00", "description": "Europe/Berlin" }""", "09:00+05:00")]
    // Of a season, of some weeks, or with a word of which nobody knows what it means.
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "valid_from": "2023-06-01", "valid_to": "2023-08-31" }""", "valid_from: 2023-06-01, valid_to: 2023-08-31")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "valid_to": "2099-08-31" }""", "2099-08-31")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "valid_from": "2099-08-31" }""", "2099-08-31")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "dtstart": "2099-08-31" }""", "2099-08-31")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "until": "2023-07-31" }""", "until: 2023-07-31")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "count": 10 }""", "count: 10")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "byweekno": "20" }""", "byweekno: 20")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "notes": "In summer" }""", "notes: In summer")]
    [InlineData("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "attending_type": "phone" }""", "attending_type: phone")]
    [InlineData("""{ "freq": "WEEKLY", "interval": 2, "byday": "MO", "opens_at": "09:00", "closes_at": "18:00" }""", "interval: 2")]
    [InlineData("""{ "freq": "WEEKLY", "interval": "2", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00" }""", "interval: 2")]
    // Days that are others here; days alone, without a week.
    [InlineData("""{ "valid_from": "2099-01-01", "valid_to": "2099-01-01", "opens_at": "23:00Z", "closes_at": "23:30Z" }""", "23:00Z")]
    [InlineData("""{ "valid_from": "2099-01-01", "valid_to": "2099-01-01", "opens_at": "09:00", "closes_at": "18:00" }""", "2099-01-01/2099-01-01 09:00-18:00")]
    public async Task HoursThatAreNotCertain_AreNamed_AndNotTaken(string schedule, string named)
    {
        var (notes, week) = await WeekAsync(schedule);

        Assert.Empty(week);
        var note = Assert.Single(notes);
        Assert.Equal(HsdsImportNoteReason.OtherHours, note.Reason);
        Assert.Contains(named, note.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HoursThatHoldNow_AndHaveNoEnd_AreTaken()
    {
        var (notes, week) = await WeekAsync("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "valid_from": "2023-06-01", "dtstart": "2023-06-05", "valid_to": null, "until": "" }""");

        Assert.Empty(notes);
        Assert.Equal(["monday 09:00-18:00"], week);
    }

    [Fact]
    public async Task WhatIsSaidOfHours_IsNamed_WhereAnEntryHasNoPlaceForIt()
    {
        var (notes, week) = await WeekAsync("""{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00", "description": "Ring the bell twice" }""");

        Assert.Equal(["monday 09:00-18:00"], week);
        Assert.Equal((HsdsImportNoteReason.NoField, "schedules.description: Ring the bell twice"), Assert.Single(notes.Select(note => (note.Reason, note.Detail))));
    }

    [Fact]
    public async Task DifferentHoursOfServices_AreNamed_AndNotPutTogether()
    {
        const string File =
            """
            [{ "id": "1", "name": "House of Hope", "phones": [{ "number": "8 (3952) 20-00-01" }], "services": [
              { "id": "2", "name": "Beds", "description": "Beds", "attributes": [{ "taxonomy_term": { "code": "legal-help" } }], "schedules": [{ "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "18:00" }] },
              { "id": "3", "name": "Soup", "description": "Soup", "attributes": [{ "taxonomy_term": { "code": "legal-help" } }], "schedules": [{ "freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00" }] },
              { "id": "4", "name": "Clothes", "description": "Clothes", "attributes": [{ "taxonomy_term": { "code": "legal-help" } }] }] }]
            """;

        var (kinds, notes, list) = await HsdsImportTests.ReadAsync(site, File, English);

        Assert.Equal([ImportItemKind.Addition], kinds.Keys);
        Assert.Empty(WeekOf(list));
        Assert.All(notes, note => Assert.Equal(HsdsImportNoteReason.SeveralHours, note.Reason));
        Assert.Equal(["Beds: freq: WEEKLY, byday: MO, opens_at: 09:00, closes_at: 18:00", "Soup: freq: WEEKLY, byday: MO, opens_at: 10:00, closes_at: 12:00"], notes.Select(note => note.Detail));
    }

    [Fact]
    public async Task MoreHoursThanAWeekCanHave_AreNamed_AndNotInTheWay()
    {
        var schedules = Enumerable.Range(8, 5).Select(hour => $$"""{ "freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "{{hour:00}}:00", "closes_at": "{{hour:00}}:30" }""");

        var (notes, week) = await WeekAsync(string.Join(',', schedules));

        Assert.Empty(week);
        Assert.Equal(HsdsImportNoteReason.SeveralHours, Assert.Single(notes).Reason);
    }

    private async Task<(ImmutableArray<HsdsImportNote> Notes, List<string> Week)> WeekAsync(string schedules)
    {
        var file =
            $$"""
            [{ "id": "1", "name": "House of Hope", "phones": [{ "number": "8 (3952) 20-00-01" }], "services": [
              { "id": "2", "name": "Beds", "description": "Beds", "attributes": [{ "taxonomy_term": { "code": "legal-help" } }], "schedules": [{{schedules}}] }] }]
            """;
        var (kinds, notes, list) = await HsdsImportTests.ReadAsync(site, file, English);
        Assert.Equal([ImportItemKind.Addition], kinds.Keys);
        return (notes, WeekOf(list));
    }

    private static List<string> WeekOf(string list)
    {
        var hours = JsonSerializer.Deserialize<JsonElement>(list)[0].GetProperty("hours");
        return hours.ValueKind == JsonValueKind.Null ? [] : [.. hours.GetProperty("week").EnumerateArray().Select(line => $"{line.GetProperty("day").GetString()} {line.GetProperty("from").GetString()}-{line.GetProperty("to").GetString()}")];
    }
}
