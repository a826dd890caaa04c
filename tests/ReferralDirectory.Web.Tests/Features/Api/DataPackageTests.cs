using System.Globalization;
using System.IO.Compression;
using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>The zip is a valid Frictionless data package (its Tabular Data Package and Table Schema, version 1), and its cells are what it says they are.</summary>
public sealed partial class DataPackageTests(ApiSite site)
{
    private static readonly string[] Types = ["string", "number", "date", "time", "datetime"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheDescription_KeepsTheRulesOfItsProfile()
    {
        using var zip = await OpenAsync();
        var package = await DescriptionAsync(zip);
        var resources = package.GetProperty("resources").EnumerateArray().ToList();

        Assert.Matches("^[-a-z0-9._/]+$", package.GetProperty("name").GetString()!);
        Assert.NotEmpty(package.GetProperty("licenses").EnumerateArray());
        Assert.Equal(resources.Select(resource => Text(resource, "path")).Append("datapackage.json").Order(), zip.Entries.Select(entry => entry.FullName).Order());
        foreach (var resource in resources)
        {
            Assert.Matches("^[-a-z0-9._/]+$", Text(resource, "name"));
            Assert.Equal("tabular-data-resource", Text(resource, "profile"));
            var schema = resource.GetProperty("schema");
            var fields = schema.GetProperty("fields").EnumerateArray().ToList();
            Assert.NotEmpty(fields);
            Assert.Contains(schema.GetProperty("primaryKey").GetString(), fields.Select(field => Text(field, "name")));
            Assert.All(fields, field => Assert.Contains(Text(field, "type"), Types));
            // As of every list in a schema: one of nothing is not allowed.
            Assert.True(!schema.TryGetProperty("foreignKeys", out var keys) || keys.GetArrayLength() > 0, Text(resource, "name"));
            Assert.All(fields, field => Assert.True(!field.GetProperty("constraints").TryGetProperty("enum", out var choices) || choices.GetArrayLength() > 0));
        }
    }

    [Fact]
    public async Task Tables_AreNamedAsInTheStandard()
    {
        using var zip = await OpenAsync();

        Assert.Equal(
            "organization organizations.csv, service services.csv, location locations.csv, address addresses.csv, service_at_location service_at_location.csv, phone phones.csv, contact contacts.csv, url url.csv, "
            + "schedule schedules.csv, service_area service_areas.csv, language languages.csv, taxonomy taxonomies.csv, taxonomy_term taxonomy_terms.csv, attribute attributes.csv",
            string.Join(", ", (await DescriptionAsync(zip)).GetProperty("resources").EnumerateArray().Select(resource => $"{Text(resource, "name")} {Text(resource, "path")}")));
    }

    [Theory]
    [InlineData("service", "status", "active inactive defunct temporarily_closed")]
    [InlineData("location", "location_type", "physical postal virtual")]
    [InlineData("address", "address_type", "physical postal virtual")]
    [InlineData("schedule", "wkst", "MO TU WE TH FR SA SU")]
    [InlineData("schedule", "freq", "WEEKLY MONTHLY")]
    public async Task WhatTheStandardLists_IsListed(string table, string column, string choices)
    {
        using var zip = await OpenAsync();
        var resource = (await DescriptionAsync(zip)).GetProperty("resources").EnumerateArray().Single(candidate => Text(candidate, "name") == table);
        var field = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Single(candidate => Text(candidate, "name") == column);

        Assert.Equal(choices.Split(' ').Select(choice => choice.Replace('_', ' ')), field.GetProperty("constraints").GetProperty("enum").EnumerateArray().Select(choice => choice.GetString()));
    }

    [Fact]
    public async Task EveryCell_IsWhatItsColumnIsSaidToBe()
    {
        using var zip = await OpenAsync();
        HashSet<string> seen = [];
        foreach (var resource in (await DescriptionAsync(zip)).GetProperty("resources").EnumerateArray())
        {
            var rows = Csv.Read(await ReadAsync(zip, Text(resource, "path")));
            foreach (var (column, field) in resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Index())
            {
                var kind = Text(field, "type") + (field.TryGetProperty("format", out var format) ? $" {format}" : "");
                foreach (var cell in rows.Skip(1).Select(row => row[column]).Where(cell => cell.Length > 0))
                {
                    seen.Add(kind);
                    Assert.True(Is(kind, cell), $"{Text(resource, "path")}: {Text(field, "name")} is no {kind}: {cell}");
                    Assert.True(!field.GetProperty("constraints").TryGetProperty("enum", out var choices) || choices.EnumerateArray().Any(choice => choice.GetString() == cell), cell);
                }
            }
        }

        // Otherwise this site has nothing that shows it.
        Assert.Equal(["date", "datetime", "number", "string", "string email", "string uri", "string uuid", "time %H:%M%z"], seen.Order(StringComparer.Ordinal));
    }

    private static bool Is(string kind, string cell) => kind switch
    {
        "string" => true,
        "string uuid" => Guid.TryParseExact(cell, "D", out _),
        "string uri" => Uri.TryCreate(cell, UriKind.Absolute, out _) && cell.All(char.IsAscii),
        "string email" => MailAddress.TryCreate(cell, out _) && cell.All(char.IsAscii),
        "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", out _),
        "datetime" => DateTime.TryParseExact(cell, "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "number" => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "time %H:%M%z" => Clock().IsMatch(cell),
        _ => false,
    };

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;

    private static async Task<JsonElement> DescriptionAsync(ZipArchive zip) => JsonSerializer.Deserialize<JsonElement>(await ReadAsync(zip, "datapackage.json"));

    private static async Task<string> ReadAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Cancel));
        return await reader.ReadToEndAsync(Cancel);
    }

    private async Task<ZipArchive> OpenAsync() => new(await site.Client.GetStreamAsync("/api/downloads/directory.zip?lang=en", Cancel), ZipArchiveMode.Read);

    [GeneratedRegex(@"\A([01]\d|2[0-3]):[0-5]\d(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Clock();
}
