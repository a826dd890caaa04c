using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>What lists can be asked for.</summary>
public sealed class HsdsListTests(ApiSite site)
{
    private const string LongWords = "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public async Task Pages_TogetherAreTheWholeList_EachRecordOnce(int perPage)
    {
        var whole = (await site.AllAsync("/services")).Select(Id).ToList();
        List<string?> paged = [];
        for (var number = 1; ; number++)
        {
            var page = await site.GetAsync($"/services?per_page={perPage}&page={number}");
            var contents = page.GetProperty("contents").EnumerateArray().ToList();
            paged.AddRange(contents.Select(Id));
            Assert.Equal(whole.Count, page.GetProperty("total_items").GetInt32());
            Assert.Equal((whole.Count + perPage - 1) / perPage, page.GetProperty("total_pages").GetInt32());
            Assert.Equal(number, page.GetProperty("page_number").GetInt32());
            Assert.Equal(contents.Count, page.GetProperty("size").GetInt32());
            Assert.Equal(number == 1, page.GetProperty("first_page").GetBoolean());
            Assert.Equal(contents.Count == 0, page.GetProperty("empty").GetBoolean());
            if (page.GetProperty("last_page").GetBoolean())
            {
                break;
            }
        }

        Assert.Equal(whole, paged);
        var beyond = await site.GetAsync($"/services?per_page={perPage}&page=1000");
        Assert.Equal(
            $$"""{"total_items":{{whole.Count}},"total_pages":{{(whole.Count + perPage - 1) / perPage}},"page_number":1000,"size":0,"first_page":false,"last_page":true,"empty":true,"contents":[]}""",
            beyond.ToString());
        Assert.Equal(
            """{"total_items":0,"total_pages":0,"page_number":1,"size":0,"first_page":true,"last_page":true,"empty":true,"contents":[]}""",
            (await site.GetAsync($"/services?organization_id={Guid.Empty}&per_page={perPage}")).ToString());
    }

    [Fact]
    public async Task Search_IsTheSitesOwn_InItsOrder()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/providers?q=в+иркутске", Cancel);
        var found = await site.AllAsync("/organizations?search=в+иркутске&lang=en");

        Assert.NotEmpty(found);
        Assert.Equal(page.QuerySelectorAll("#found h3 a").Select(name => name.Words()), found.Select(organization => organization.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Filters_NarrowTogether()
    {
        var services = await site.AllAsync("/services?full=true");
        var terms = services.SelectMany(service => Attributes(service).Select(attribute => attribute.GetProperty("taxonomy_term_id").GetString()!)).Distinct().ToList();
        var organizations = services.Select(service => service.GetProperty("organization_id").GetString()!).Distinct().Take(4).ToList();
        Assert.True(terms.Count > 5);
        foreach (var term in terms)
        {
            var expected = services.Where(service => HasTerm(service, term)).ToList();
            Assert.Equal(expected.Select(Id), (await site.AllAsync($"/services?taxonomy_term_id={term}")).Select(Id));
            foreach (var organization in organizations)
            {
                Assert.Equal(
                    expected.Where(service => service.GetProperty("organization_id").GetString() == organization).Select(Id),
                    (await site.AllAsync($"/services?taxonomy_term_id={term}&organization_id={organization}")).Select(Id));
            }
        }

        var audiences = (await site.AllAsync("/taxonomies?lang=en")).Single(taxonomy => taxonomy.GetProperty("name").GetString() == "Audiences").GetProperty("id").GetString();
        var forSomebody = services.Where(service => Attributes(service).Any(attribute => attribute.GetProperty("link_type").GetString() == "audience")).Select(Id).ToList();
        Assert.Equal(forSomebody, (await site.AllAsync($"/services?taxonomy_id={audiences}")).Select(Id));
        Assert.Empty(await site.AllAsync($"/services?taxonomy_term_id={Guid.Empty}"));
        Assert.Empty(await site.AllAsync($"/services?taxonomy_id={Guid.Empty}"));
    }

    [Fact]
    public async Task ModifiedAfter_LeavesOutWhatIsKnownNotToHaveChanged_AndNothingElse()
    {
        var services = await site.AllAsync("/services");
        var known = services.Where(service => service.TryGetProperty("last_modified", out _)).Select(Id).ToList();
        Assert.NotEmpty(known);

        Assert.Equal(services.Count, (await site.AllAsync("/services?modified_after=2026-01-31")).Count);
        Assert.Equal(services.Count, (await site.AllAsync("/services?modified_after=2026-01-31T03:00:00%2B03:00")).Count);
        // What changed shortly before may have been seen after it.
        Assert.Equal(services.Count, (await site.AllAsync("/services?modified_after=2026-01-31T00:15:00Z")).Count);
        var later = (await site.AllAsync("/services?modified_after=2026-01-31T00:15:00.001Z")).Select(Id).ToList();
        Assert.Equal(services.Select(Id).Except(known), later);
    }

    [Fact]
    public async Task Post_AnswersLikeGet_AndLikesItsParametersInTheBody()
    {
        foreach (var list in new[] { "services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms" })
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("search", "legal"), KeyValuePair.Create("per_page", "3")]);
            using var response = await site.Client.PostAsync($"{ApiSite.Root}/{list}?lang=en", form, Cancel);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal((await site.GetAsync($"/{list}?search=legal&per_page=3&lang=en")).ToString(), await response.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Theory]
    [InlineData("services?page=0", "page", 400)]
    [InlineData("services?page=two", "page", 400)]
    [InlineData("services?per_page=201", "per_page", 400)]
    [InlineData("services?per_page=0", "per_page", 400)]
    [InlineData("services?format=xml", "format", 400)]
    [InlineData("services?lang=xx", "lang", 400)]
    [InlineData("services?taxonomy_term_id=1", "taxonomy_term_id", 400)]
    [InlineData("services?taxonomy_id=1", "taxonomy_id", 400)]
    [InlineData("services?organization_id=1", "organization_id", 400)]
    [InlineData("services?modified_after=soon", "modified_after", 400)]
    [InlineData("services?modified_after=12:00", "modified_after", 400)]
    [InlineData("services?modified_after=02/03/2026", "modified_after", 400)]
    [InlineData("services?search=" + LongWords, "search", 400)]
    [InlineData("services?full=perhaps", "full", 400)]
    [InlineData("services?minimal=perhaps", "minimal", 400)]
    [InlineData("services?page=1&page=2", "page", 400)]
    [InlineData("services?taxonomy_term=1", "taxonomy_term", 400)]
    [InlineData("organizations?full_service=perhaps", "full_service", 400)]
    [InlineData("organizations?minimal=true", "minimal", 400)]
    [InlineData("organizations/6d7e8a3c-0000-4000-8000-000000000000?full_service=perhaps", "full_service", 400)]
    [InlineData("taxonomy_terms?parent_id=1", "parent_id", 400)]
    [InlineData("taxonomies/6d7e8a3c-0000-4000-8000-000000000000?page=1", "page", 400)]
    [InlineData("services?organization_id=", "organization_id", 400)]
    [InlineData("services?taxonomy_term_id=", "taxonomy_term_id", 400)]
    [InlineData("services?taxonomy_id=%20", "taxonomy_id", 400)]
    [InlineData("services?modified_after=", "modified_after", 400)]
    [InlineData("services?full=", "full", 400)]
    [InlineData("services?per_page=", "per_page", 400)]
    [InlineData("services?format=", "format", 400)]
    [InlineData("services?lang=", "lang", 400)]
    [InlineData("organizations?full_service=", "full_service", 400)]
    [InlineData("organizations/6d7e8a3c-0000-4000-8000-000000000000?full_service=", "full_service", 400)]
    [InlineData("taxonomy_terms?parent_id=", "parent_id", 400)]
    [InlineData("services?format=ndjson&page=2", "page", 400)]
    [InlineData("taxonomy_terms?format=ndjson&per_page=10", "per_page", 400)]
    [InlineData("services?minimal=true&full=true", "minimal", 400)]
    [InlineData("services?postcode=", "postcode", 501)]
    [InlineData("services?postcode=664000", "postcode", 501)]
    [InlineData("service_at_locations?proximity=1000", "proximity", 501)]
    public async Task WhatCannotBeMeant_IsRefused_WithASentence_InTheReadersLanguage(string address, string parameter, int status)
    {
        List<string> details = [];
        foreach (var language in new[] { "en", "ru" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{ApiSite.Root}/{address}");
            request.Headers.Add("Accept-Language", language);
            using var response = await site.Client.SendAsync(request, Cancel);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
            details.Add(problem.GetProperty("detail").GetString()!);
        }

        Assert.Contains(details[1], letter => letter is >= 'а' and <= 'я');
        Assert.NotEqual(details[0], details[1]);
    }

    /// <summary>Otherwise the list of those words would be kept for whoever asks for all.</summary>
    [Fact]
    public async Task WordsInTheBodyOfAGet_AreRefused_AndSpoilNoListForOthers()
    {
        const string Address = $"{ApiSite.Root}/services?per_page=199&lang=en";
        using var request = new HttpRequestMessage(HttpMethod.Get, Address) { Content = new FormUrlEncodedContent([KeyValuePair.Create("search", "zzzz")]) };
        using var refused = await site.Client.SendAsync(request, Cancel);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var list = await site.GetAsync("/services?per_page=199&lang=en");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("POST", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False(list.GetProperty("empty").GetBoolean());
    }

    [Fact]
    public async Task ALanguageInTheBody_IsRefused_AsItWouldChangeNothing()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("search", "legal"), KeyValuePair.Create("lang", "ru")]);
        using var response = await site.Client.PostAsync($"{ApiSite.Root}/services", form, Cancel);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("lang", problem.GetProperty("parameter").GetString());
        Assert.Contains("?lang=", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABody_ThatIsNoForm_OrTooLarge_IsRefused()
    {
        using var json = await site.Client.PostAsJsonAsync($"{ApiSite.Root}/services", new { search = "legal" }, Cancel);
        using var broken = await site.Client.PostAsync($"{ApiSite.Root}/services", new ByteArrayContent([1, 2]) { Headers = { { "Content-Type", "multipart/form-data" } } }, Cancel);
        using var large = await site.Client.PostAsync($"{ApiSite.Root}/services", new FormUrlEncodedContent([KeyValuePair.Create("search", new string('a', 9000))]), Cancel);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        Assert.Equal("application/problem+json", json.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal("application/problem+json", broken.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal("application/problem+json", large.Content.Headers.ContentType?.MediaType);
    }

    private static string? Id(JsonElement record) => record.GetProperty("id").GetString();

    private static JsonElement.ArrayEnumerator Attributes(JsonElement service) => service.GetProperty("attributes").EnumerateArray();

    private static bool HasTerm(JsonElement service, string term) => Attributes(service).Any(attribute => attribute.GetProperty("taxonomy_term_id").GetString() == term);
}
