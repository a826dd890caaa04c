using System.IO.Compression;
using System.Net;
using System.Text.Json;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>The whole directory as a file.</summary>
public sealed class DownloadTests(ApiSite site)
{
    private const string Files = "/api/downloads/directory";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheDocument_HasEverything_AndSaysWhatItIs()
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await site.Client.GetStringAsync(Files + ".json?lang=ru", Cancel));

        Assert.Equal("3.1", document.GetProperty("hsds_version").GetString());
        Assert.Equal("ru", document.GetProperty("language").GetString());
        Assert.Equal("MIT", document.GetProperty("license").GetProperty("name").GetString());
        Assert.True(document.GetProperty("created").TryGetDateTime(out _));
        Assert.Matches("^[0-9a-f]{16}$", document.GetProperty("version").GetString()!);
        Assert.Equal(
            (await site.AllAsync("/organizations?full_service=true&lang=ru")).Select(organization => organization.ToString()),
            document.GetProperty("organizations").EnumerateArray().Select(organization => organization.ToString()));
        Assert.Equal((await site.AllAsync("/taxonomy_terms?lang=ru")).Count, document.GetProperty("taxonomy_terms").GetArrayLength());
    }

    [Fact]
    public async Task TheTables_AreAsTheyAreDescribed_AndReferToEachOther()
    {
        using var zip = new ZipArchive(await site.Client.GetStreamAsync(Files + ".zip?lang=en", Cancel), ZipArchiveMode.Read);
        var package = JsonSerializer.Deserialize<JsonElement>(await ReadAsync(zip, "datapackage.json"));
        Assert.Equal("tabular-data-package", package.GetProperty("profile").GetString());
        Assert.Equal("MIT", package.GetProperty("licenses")[0].GetProperty("name").GetString());
        Assert.True(package.GetProperty("created").TryGetDateTime(out _));
        Dictionary<string, List<Dictionary<string, string>>> tables = [];
        foreach (var resource in package.GetProperty("resources").EnumerateArray())
        {
            var rows = Csv.Read(await ReadAsync(zip, resource.GetProperty("path").GetString()!));
            var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
            Assert.Equal(fields.Select(field => field.GetProperty("name").GetString()), rows[0]);
            tables[resource.GetProperty("name").GetString()!] = [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
            foreach (var field in fields.Where(field => field.GetProperty("constraints").GetProperty("required").GetBoolean()))
            {
                Assert.All(tables[resource.GetProperty("name").GetString()!], row => Assert.NotEmpty(row[field.GetProperty("name").GetString()!]));
            }
        }

        foreach (var resource in package.GetProperty("resources").EnumerateArray())
        {
            foreach (var key in resource.GetProperty("schema").TryGetProperty("foreignKeys", out var keys) ? keys.EnumerateArray() : [])
            {
                var ids = tables[key.GetProperty("reference").GetProperty("resource").GetString()!].Select(row => row["id"]).ToHashSet();
                Assert.All(tables[resource.GetProperty("name").GetString()!], row => Assert.Contains(row[key.GetProperty("fields").GetString()!], ids));
            }
        }

        Assert.Equal((await site.AllAsync("/services")).Select(service => service.GetProperty("id").GetString()), tables["service"].Select(row => row["id"]));
        Assert.All(tables.Values, rows => Assert.NotEmpty(rows));
        Assert.All(tables.Values, rows => Assert.Distinct(rows.Select(row => row["id"])));
        Assert.All(tables.Values.SelectMany(rows => rows).SelectMany(row => row.Values), Csv.AssertHarmless);
    }

    [Fact]
    public async Task TheSpreadsheet_HasALineForEachService_WithDateVersionAndLicence()
    {
        using var response = await site.Client.GetAsync(Files + ".csv?lang=ru", Cancel);
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancel);
        var rows = Csv.Read(System.Text.Encoding.UTF8.GetString(bytes.AsSpan(3)));

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("Организация", rows[0][0]);
        Assert.Equal((await site.AllAsync("/services")).Count, rows.Count - 1);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.All(rows.SelectMany(row => row), Csv.AssertHarmless);
        Assert.Matches(@"^directory-\d{4}-\d\d-\d\d\.csv$", response.Content.Headers.ContentDisposition!.FileName!);
        Assert.All(rows.Skip(1), row => Assert.Equal("MIT", row[^1]));
        Assert.All(rows.Skip(1), row => Assert.Matches("^[0-9a-f]{16}$", row[^2]));
        Assert.All(rows.Skip(1), row => Assert.Matches(@"^\d{4}-\d\d-\d\d$", row[^3]));
    }

    [Fact]
    public async Task EveryFile_SaysTheSameVersion_InEveryLanguage()
    {
        List<string> versions = [];
        List<DateTimeOffset?> changes = [];
        foreach (var file in new[] { ".json", ".zip", ".csv" })
        {
            foreach (var language in new[] { "en", "ru" })
            {
                using var response = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{Files}{file}?lang={language}"), Cancel);
                versions.Add(response.Headers.ETag!.Tag.Trim('"').Split('-')[0]);
                changes.Add(response.Content.Headers.LastModified);
            }
        }

        Assert.Single(versions.Distinct());
        // Loaded after all that the files say of times.
        Assert.True(Assert.Single(changes.Distinct()) > new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task AnotherLicence_IsAnotherFile()
    {
        await using var other = new TestSite(new Dictionary<string, string> { ["Api:LicenceName"] = "CC0-1.0", ["Api:LicenceAddress"] = "https://creativecommons.org/publicdomain/zero/1.0/" }).Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, Files + ".csv?lang=en");
        await using var same = new TestSite().Start();
        using var before = await same.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Files + ".csv?lang=en"), Cancel);
        request.Headers.Add("If-None-Match", before.Headers.ETag!.ToString());
        using var after = await other.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(before.Headers.ETag.Tag.Split('-')[..^1], after.Headers.ETag!.Tag.Split('-')[..^1]);
    }

    private static async Task<string> ReadAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Cancel));
        return await reader.ReadToEndAsync(Cancel);
    }
}
