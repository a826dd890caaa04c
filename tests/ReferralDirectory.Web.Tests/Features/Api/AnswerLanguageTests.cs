using System.IO.Compression;
using System.Text.Json;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>A text that is not translated comes in its original: whoever reads an answer aloud, or translates it on, must know.</summary>
public sealed class AnswerLanguageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAnswerWithTextsInTheirOriginal_NamesTheirLanguages()
    {
        await using var site = new EditedSite();
        var (told, other) = (site.Country.FindProvider("maria")!.Id, site.Country.Providers.First(provider => provider.Slug.Value != "maria").Id);
        await site.PublishAsync(await site.SubmitAsync(await site.SaveAsync<OrganisationDraft>(new Subject(SubjectKind.Organisation, told), draft => draft with
        {
            Services = [draft.Services[0] with { Description = [new TextDraft("ru", "Кров", TranslationState.Original)] }, .. draft.Services.Skip(1)],
        })));

        foreach (var (address, expected) in new[]
        {
            ($"/api/hsds/v3/organizations/{told}?lang=en", "en, ru"),
            // Once more: it is kept.
            ($"/api/hsds/v3/organizations/{told}?lang=en", "en, ru"),
            ($"/api/hsds/v3/organizations/{told}?lang=ru", "ru"),
            ($"/api/hsds/v3/organizations/{other}?lang=en", "en"),
            ("/api/hsds/v3/services?format=ndjson&lang=en", "en, ru"),
            ("/api/downloads/directory.json?lang=en", "en, ru"),
            ("/api/downloads/directory.json?lang=ru", "ru"),
            ("/api/hsds/v3/openapi.json?lang=ru", "en"),
        })
        {
            using var response = await site.Site.Client.GetAsync(address, Cancel);
            Assert.Equal((address, expected), (address, string.Join(", ", response.Content.Headers.ContentLanguage)));
        }

        // A file is copied without its headers.
        foreach (var (language, expected) in new[] { ("en", "en, ru"), ("ru", "ru") })
        {
            var document = JsonSerializer.Deserialize<JsonElement>(await site.TextAsync($"/api/downloads/directory.json?lang={language}"));
            using var zip = new ZipArchive(await site.Site.Client.GetStreamAsync($"/api/downloads/directory.zip?lang={language}", Cancel), ZipArchiveMode.Read);
            var package = await JsonSerializer.DeserializeAsync<JsonElement>(await zip.GetEntry("datapackage.json")!.OpenAsync(Cancel), cancellationToken: Cancel);
            Assert.All(new[] { document, package }, file => Assert.Equal(expected, string.Join(", ", file.GetProperty("languages").EnumerateArray())));
        }
    }
}
