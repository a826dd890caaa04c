using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>What the API tells of each thing.</summary>
public sealed class HsdsRecordsTests(ApiSite site)
{
    public static TheoryData<string, string> Lists => new()
    {
        { "services", "service" },
        { "organizations", "organization" },
        { "service_at_locations", "service_at_location" },
        { "taxonomies", "taxonomy" },
        { "taxonomy_terms", "taxonomy_term" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task EveryRecord_InEveryList_AndOnItsOwn_IsAsTheStandardHasIt_InEveryLanguage(string list, string shape)
    {
        foreach (var language in new[] { "en", "ru" })
        {
            var page = await site.GetAsync($"/{list}?lang={language}&per_page=200");
            HsdsShape.Check("list", page);
            foreach (var record in page.GetProperty("contents").EnumerateArray())
            {
                HsdsShape.Check(shape, record);
                var id = record.GetProperty("id").GetString();
                var whole = await site.GetAsync($"/{list}/{id}?lang={language}");
                HsdsShape.Check(shape, whole);
                Assert.Equal(id, whole.GetProperty("id").GetString());
            }
        }
    }

    [Theory]
    [InlineData("services?full=true", "service")]
    [InlineData("services?minimal=true", "modified")]
    [InlineData("organizations?full=true", "organization")]
    [InlineData("organizations?full_service=true", "organization")]
    [InlineData("service_at_locations?full=true", "service_at_location")]
    public async Task EveryRecord_IsAsTheStandardHasIt_WithMoreOrLess(string list, string shape)
    {
        var records = await site.AllAsync($"/{list}");

        Assert.True(records.Count > 5);
        Assert.All(records, record => HsdsShape.Check(shape, record));
    }

    [Fact]
    public async Task TheRoot_SaysWhatTheApiIs_AndWhereItIsDescribed()
    {
        using var response = await site.Client.GetAsync($"{ApiSite.Root}/", TestContext.Current.CancellationToken);
        var about = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var origin = site.Site.Address.ToString().TrimEnd('/');

        Assert.Equal(
            [("version", "3.1"), ("profile", $"{origin}/api"), ("openapi_url", $"{origin}/api/hsds/v3/openapi.json")],
            about.EnumerateObject().Select(property => (property.Name, property.Value.GetString()!)));
        Assert.NotNull(response.Headers.ETag);
        foreach (var address in new[] { about.GetProperty("profile").GetString(), about.GetProperty("openapi_url").GetString() })
        {
            using var there = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(there.IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task AnOrganisationThatTellsEverything_IsToldWhole()
    {
        var organization = (await site.AllAsync("/organizations?full_service=true&lang=en")).Single(candidate => candidate.GetProperty("name").GetString()!.Contains("Maria", StringComparison.Ordinal));
        var service = organization.GetProperty("services")[0];

        var location = organization.GetProperty("locations")[0];
        var address = Assert.Single(location.GetProperty("addresses").EnumerateArray());
        Assert.Equal("1 Main Street", address.GetProperty("address_1").GetString());
        Assert.Equal("RU", address.GetProperty("country").GetString());
        Assert.Equal("Women only", service.GetProperty("eligibility_description").GetString());
        Assert.Equal("2026-01-31", service.GetProperty("assured_date").GetString());
        Assert.Equal("2026-01-31T00:00:00.000Z", service.GetProperty("last_modified").GetString());
        Assert.Equal(["ru русский", "tg тоҷикӣ"], service.GetProperty("languages").EnumerateArray().Select(language => $"{language.GetProperty("code")} {language.GetProperty("name")}"));
        // Of the last, letters before the host are not ASCII: the standard has no form of it.
        Assert.Equal(["second@example.org", "help@xn--l1adbb7cs.xn--p1ai"], organization.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("email").GetString()));
        Assert.Contains(organization.GetProperty("additional_websites").EnumerateArray(), url => url.GetProperty("url").GetString() == "https://chat.example/maria");
        var schedules = service.GetProperty("schedules").EnumerateArray().ToList();
        Assert.Equal(
            ["MO,FR 09:00+08:00-13:00+08:00", "MO 14:00+08:00-18:00+08:00", "SA 22:00+08:00-02:00+08:00"],
            schedules.Take(3).Select(schedule => $"{schedule.GetProperty("byday")} {schedule.GetProperty("opens_at")}-{schedule.GetProperty("closes_at")}"));
        Assert.Equal("By appointment. Asia/Irkutsk", schedules[0].GetProperty("description").GetString());
        Assert.Equal(8, schedules[0].GetProperty("timezone").GetDouble());
        Assert.Equal("2026-12-31 2027-01-08 Closed. Holidays", $"{schedules[3].GetProperty("valid_from")} {schedules[3].GetProperty("valid_to")} {schedules[3].GetProperty("description")}");
    }

    [Fact]
    public async Task ALocation_WithoutAPublicStreet_HasNoAddress()
    {
        var organizations = await site.AllAsync("/organizations?full=true");

        var addresses = organizations.SelectMany(Locations).Count(location => location.TryGetProperty("addresses", out _));
        Assert.Equal(1, addresses);
        Assert.True(organizations.SelectMany(Locations).Count() > 5);

        static IEnumerable<JsonElement> Locations(JsonElement organization) => organization.TryGetProperty("locations", out var locations) ? locations.EnumerateArray() : [];
    }

    [Fact]
    public async Task ANumberThatIsFreeToCall_SaysSo_InTheLanguageOfTheAnswer()
    {
        var phones = (await site.AllAsync("/organizations?full=true&lang=ru")).SelectMany(organization => organization.TryGetProperty("phones", out var list) ? list.EnumerateArray() : []).ToList();

        var free = phones.First(phone => phone.GetProperty("number").GetString()!.StartsWith("+7800", StringComparison.Ordinal));
        Assert.Contains("Звонок бесплатный", free.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.All(phones.Where(phone => !phone.GetProperty("number").GetString()!.StartsWith("+7800", StringComparison.Ordinal)), phone => Assert.DoesNotContain("бесплатный", phone.GetProperty("description").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Hotline")]
    [InlineData("ru", "Горячая линия")]
    public async Task AHotline_SaysSo_InTheLanguageOfTheAnswer(string language, string word)
    {
        var hotlines = site.Site.Services.GetRequiredService<PublishedDirectorySource>().Current.Countries.SelectMany(country => country.Providers).SelectMany(provider => provider.Contacts)
            .Where(contact => contact.Kind == ContactKind.Hotline).Select(contact => contact.Id.ToString()).ToHashSet();
        var phones = (await site.AllAsync($"/organizations?full=true&lang={language}")).SelectMany(organization => organization.TryGetProperty("phones", out var list) ? list.EnumerateArray() : []).ToList();

        Assert.NotEmpty(hotlines);
        Assert.Equal(hotlines, phones.Where(phone => phone.GetProperty("description").GetString()!.StartsWith(word, StringComparison.Ordinal)).Select(phone => phone.GetProperty("id").GetString()!).ToHashSet());
    }

    [Fact]
    public async Task TypesAudiencesAndSources_AreTermsOfTaxonomies_ThatServicesReferTo()
    {
        var terms = (await site.AllAsync("/taxonomy_terms")).ToDictionary(term => term.GetProperty("id").GetString()!);
        var taxonomies = (await site.AllAsync("/taxonomies")).Select(taxonomy => taxonomy.GetProperty("id").GetString()).ToHashSet();

        Assert.Equal(3, taxonomies.Count);
        Assert.All(terms.Values, term => Assert.Contains(term.GetProperty("taxonomy_id").GetString(), taxonomies));
        foreach (var service in await site.AllAsync("/services?full=true"))
        {
            var attributes = service.GetProperty("attributes").EnumerateArray().ToList();
            Assert.All(attributes, attribute => Assert.True(terms.ContainsKey(attribute.GetProperty("taxonomy_term_id").GetString()!)));
            Assert.All(attributes, attribute => Assert.Equal(service.GetProperty("id").GetString(), attribute.GetProperty("link_id").GetString()));
            Assert.Contains(attributes, attribute => attribute.GetProperty("link_type").GetString() == "assistance_type");
            Assert.Contains(attributes, attribute => attribute.GetProperty("link_type").GetString() == "source");
        }
    }

    [Fact]
    public async Task Identifiers_AreTheSame_WhereverTheSameContentIsLoaded()
    {
        await using var other = new TestSite().Start();
        foreach (var list in new[] { "services?minimal=true&", "organizations?", "taxonomies?", "taxonomy_terms?" })
        {
            var address = $"{ApiSite.Root}/{list}format=ndjson";
            Assert.Equal(
                IdsIn(await site.Client.GetStringAsync(address, TestContext.Current.CancellationToken)),
                IdsIn(await other.Client.GetStringAsync(address, TestContext.Current.CancellationToken)));
        }

        static IEnumerable<string?> IdsIn(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("id").GetString());
    }

    [Fact]
    public async Task EveryIdentifier_OccursOnce_AmongRecordsOfItsKind()
    {
        foreach (var list in new[] { "services", "organizations", "service_at_locations", "taxonomy_terms" })
        {
            var ids = (await site.AllAsync($"/{list}")).Select(record => record.GetProperty("id").GetString()).ToList();
            Assert.Equal(ids.Distinct(), ids);
        }
    }
}
