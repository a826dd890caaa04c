using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>
/// The description that the site serves is what Microsoft.AspNetCore.OpenApi makes of its controllers. Where they have changed, this
/// test fails; run it with UPDATE_SNAPSHOTS=1 to write the file anew, and read the difference.
/// </summary>
public sealed class ApiDescriptionTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheDescription_IsThatOfTheControllers()
    {
        await using var described = new TestSite(services: DescribedApi.AddTo).Start();
        (await described.Client.GetAsync(ApiSite.Root, Cancel)).Dispose();
        var document = await described.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(DescribedApi.Name).GetOpenApiDocumentAsync(Cancel);
        var made = (await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, Cancel)).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(AssetPath(), made, Cancel);
        }

        Assert.Equal(await File.ReadAllTextAsync(AssetPath(), Cancel), made);
    }

    [Fact]
    public async Task TheDescription_NamesEveryAddressAndParameter_AndSaysWhatEachDoes()
    {
        var description = await site.GetAsync("/openapi.json");

        Assert.Equal("3.1", description.GetProperty("openapi").GetString()![..3]);
        var paths = description.GetProperty("paths").EnumerateObject().ToDictionary(path => path.Name, path => path.Value);
        Assert.Equal(15, paths.Count);
        Assert.All(paths.Values.SelectMany(path => path.EnumerateObject()), operation => Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!));
        var parameters = paths["/api/hsds/v3/services"].GetProperty("get").GetProperty("parameters").EnumerateArray().ToDictionary(parameter => parameter.GetProperty("name").GetString()!);
        Assert.Equal(
            ["format", "full", "lang", "minimal", "modified_after", "organization_id", "page", "per_page", "postcode", "proximity", "search", "taxonomy_id", "taxonomy_term_id"],
            parameters.Keys.Order(StringComparer.Ordinal));
        Assert.All(parameters.Values, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
        Assert.True(paths["/api/hsds/v3/services"].TryGetProperty("post", out _));
    }

    [Fact]
    public async Task ThePage_ShowsThem_AndLoadsNothing()
    {
        foreach (var language in new[] { "en", "ru" })
        {
            var page = await site.Client.GetPageAsync($"/api?lang={language}", Cancel);

            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(12, page.QuerySelectorAll("h3").Length);
            Assert.Equal(3, page.QuerySelectorAll("a[download]").Length);
            Assert.Empty(page.QuerySelectorAll("[src], link[rel=stylesheet], iframe, style + style"));
            Assert.Contains("taxonomy_term_id", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    private static string AssetPath([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../src/ReferralDirectory.Web/Assets/openapi.json"));
}
