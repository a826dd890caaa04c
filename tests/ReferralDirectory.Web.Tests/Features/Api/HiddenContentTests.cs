using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>What is taken down, and what only waits to be published, is in nothing that others can take.</summary>
public sealed class HiddenContentTests
{
    private const string Hidden = "stellit";
    private const string Edited = "maria";
    private const string Waiting = "Zqwaiting";
    private const string GoneStreet = "Zqgone";
    private const string WaitingNumber = "79021234567";

    private static readonly string[] Addresses =
    [
        "/api/hsds/v3/services?full=true&per_page=200",
        "/api/hsds/v3/services?minimal=true",
        "/api/hsds/v3/services?format=ndjson&full=true",
        "/api/hsds/v3/organizations?full_service=true&format=ndjson",
        "/api/hsds/v3/organizations?search=stellit",
        $"/api/hsds/v3/organizations?search={Waiting}",
        "/api/hsds/v3/service_at_locations?format=ndjson&full=true",
        "/api/hsds/v3/taxonomies",
        "/api/hsds/v3/taxonomy_terms?per_page=200",
        "/api",
        "/api/downloads/directory.json",
        "/api/downloads/directory.csv",
        "/api/downloads/directory.zip",
    ];

    private static readonly string[] Lists = ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"];

    private static readonly string[] Languages = ["en", "ru"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsNotPublic_AppearsInNoForm()
    {
        await using var site = new EditedSite();
        await site.PublishAsync(await site.SubmitAsync(await site.SaveAsync<OrganisationDraft>(
            new Subject(SubjectKind.Organisation, site.Country.FindProvider(Hidden)!.Id),
            draft => draft with { PublicAddress = [new TextDraft(draft.OwnLanguage, $"{GoneStreet} 5", TranslationState.Original)] })));
        var provider = site.Country.FindProvider(Hidden)!;
        await DraftAsync(site);
        var record = JsonSerializer.Deserialize<JsonElement>(await site.TextAsync($"/api/hsds/v3/organizations/{provider.Id}?full_service=true"));
        var link = record.GetProperty("services")[0].GetProperty("service_at_locations")[0].GetProperty("id").GetString();
        var before = await EverythingAsync(site);
        Assert.True(before.Values.Count(text => text.Contains("ngostellit.ru", StringComparison.OrdinalIgnoreCase)) >= 10);
        Assert.True(before.Values.Count(text => text.Contains(GoneStreet, StringComparison.Ordinal)) >= 12);

        await site.TakeDownAsync(provider.Id);

        string[] gone =
        [
            Hidden, "стеллит", GoneStreet, .. IdsIn(record), .. provider.Contacts.Select(contact => contact.Id.ToString()),
            .. provider.Phones.SelectMany(contact => new[] { contact.Phone!.E164.TrimStart('+'), contact.Phone.National, contact.Phone.International }),
        ];
        Assert.Contains(link, gone);
        foreach (var (form, text) in await EverythingAsync(site))
        {
            Assert.All(gone, word => Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{form} has {word}"));
        }

        foreach (var (form, text) in before.Concat(await EverythingAsync(site)))
        {
            Assert.False(text.Contains(Waiting, StringComparison.OrdinalIgnoreCase) || text.Contains(WaitingNumber, StringComparison.Ordinal), $"{form} has what only waits");
        }

        foreach (var address in new[] { $"/api/hsds/v3/services/{provider.Services[0].Id}", $"/api/hsds/v3/organizations/{provider.Id}", $"/api/hsds/v3/service_at_locations/{link}", $"{SiteFixture.En}/providers/{Hidden}", $"{SiteFixture.En}/providers/{Hidden}/contact.vcf" })
        {
            using var one = await site.Site.Client.GetAsync(address, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
        }
    }

    // One change that its author keeps, some that wait for a decision, and a new entry that waits.
    private static async Task DraftAsync(EditedSite site)
    {
        var id = site.Country.FindProvider(Edited)!.Id;
        OrganisationDraft? told = null;
        await site.SubmitAsync(await site.SaveAsync<OrganisationDraft>(new Subject(SubjectKind.Organisation, id), draft =>
        {
            told = draft;
            return draft with { PublicAddress = Street(draft), Services = [Told(draft.Services[0]), .. draft.Services.Skip(1)], Contacts = [.. draft.Contacts, new ContactDraft(Guid.Empty, ContactKind.Phone, "+" + WaitingNumber)] };
        }));
        await site.SaveAsync<OrganisationDraft>(new Subject(SubjectKind.Organisation, site.Country.Providers.First(provider => provider.Slug.Value is not (Edited or Hidden)).Id), draft => draft with { Name = Told(draft.Name), PublicAddress = Street(draft) });
        // Another name of a kind of help, and of an audience.
        var service = site.Country.FindProvider(Edited)!.Services.First(service => !service.Audiences.IsEmpty);
        await site.SubmitAsync(await site.SaveAsync<AssistanceTypeDraft>(new Subject(SubjectKind.AssistanceType, service.Types[0].Id), draft => draft with { Name = Told(draft.Name), Need = Told(draft.Need) }));
        await site.SubmitAsync(await site.SaveAsync<AudienceDraft>(new Subject(SubjectKind.Audience, service.Audiences[0].Id), draft => draft with { Name = Told(draft.Name) }));
        await site.SubmitAsync(await site.SaveNewAsync(told! with
        {
            Slug = Waiting.ToLowerInvariant(),
            Name = [new TextDraft("en", Waiting, TranslationState.Original)],
            OwnLanguage = "en",
            AlsoKnownAs = [],
            Services = [told.Services[0] with { Id = Guid.Empty }],
            Contacts = [new ContactDraft(Guid.Empty, ContactKind.Phone, "+" + WaitingNumber)],
        }));
    }

    private static ImmutableArray<TextDraft> Street(OrganisationDraft draft) => [new TextDraft(draft.OwnLanguage, $"1 {Waiting} Street", TranslationState.Original)];

    // Also those that are computed; but for terms, which others have as well.
    private static IEnumerable<string> IdsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Where(property => property.Name != "taxonomy_term").SelectMany(property => property.Name == "id" ? [property.Value.GetString()!] : IdsIn(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(IdsIn),
        _ => [],
    };

    private static ServiceDraft Told(ServiceDraft service) => service with { Description = Told(service.Description) };

    private static ImmutableArray<TextDraft> Told(ImmutableArray<TextDraft> texts) => [.. texts.Select(text => text with { Text = $"{text.Text} {Waiting}" })];

    private static async Task<Dictionary<string, string>> EverythingAsync(EditedSite site)
    {
        Dictionary<string, string> forms = [];
        foreach (var address in Addresses.SelectMany(address => Languages.Select(language => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}")))
        {
            using var response = await site.Site.Client.GetAsync(address, Cancel);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            forms[address] = TextOf(await response.Content.ReadAsByteArrayAsync(Cancel));
        }

        foreach (var (list, words) in Lists.SelectMany(list => new[] { Hidden, Waiting, "" }.Select(words => (list, words))))
        {
            var isOfTerms = list.StartsWith("taxonom", StringComparison.Ordinal);
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("search", words), KeyValuePair.Create("per_page", "200"), .. isOfTerms ? Array.Empty<KeyValuePair<string, string>>() : [KeyValuePair.Create("full", "true")]]);
            using var response = await site.Site.Client.PostAsync($"/api/hsds/v3/{list}", form, Cancel);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            forms[$"POST of '{words}' to {list}"] = await response.Content.ReadAsStringAsync(Cancel);
        }

        // Pages with their linked data, and cards for an address book.
        foreach (var address in (await PublicPages.AllAsync(site.Site.Client, Cancel)).Where(page => page.Contains("/providers/", StringComparison.Ordinal)))
        {
            forms[address] = await site.TextAsync(address);
            forms[address + "/contact.vcf"] = await site.TextAsync(address + "/contact.vcf");
        }

        return forms;
    }

    private static string TextOf(byte[] body)
    {
        if (!body.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.UTF8.GetString(body);
        }

        using var zip = new ZipArchive(new MemoryStream(body), ZipArchiveMode.Read);
        return string.Join('\n', zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
