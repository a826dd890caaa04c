using System.Net.Http.Json;
using System.Text.Json;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Whatever goes wrong, a sentence says what, in the reader's language.</summary>
public sealed class ApiErrorTests
{
    private const string Services = $"{ApiSite.Root}/services";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryError_HasASentence_InTheReadersLanguage()
    {
        await using var site = new TestSite(services: FaultController.Add).Start();

        await AssertSaidAsync(site, 404, () => new HttpRequestMessage(HttpMethod.Get, $"{Services}/{Guid.Empty}"));
        await AssertSaidAsync(site, 404, () => new HttpRequestMessage(HttpMethod.Get, $"{ApiSite.Root}/nothing-here"));
        await AssertSaidAsync(site, 405, () => new HttpRequestMessage(HttpMethod.Delete, Services));
        await AssertSaidAsync(site, 413, () => new HttpRequestMessage(HttpMethod.Post, Services) { Content = new FormUrlEncodedContent([KeyValuePair.Create("search", new string('a', 9000))]) });
        await AssertSaidAsync(site, 415, () => new HttpRequestMessage(HttpMethod.Post, Services) { Content = JsonContent.Create(new { search = "legal" }) });
        await AssertSaidAsync(site, 500, () => new HttpRequestMessage(HttpMethod.Get, "/api/test/fault"));
    }

    [Fact]
    public async Task TooManyRequests_AreToldSo_InTheReadersLanguage()
    {
        await using var site = new TestSite(new Dictionary<string, string> { ["Api:RequestsPerMinute"] = "1" }).Start();
        (await site.Client.GetAsync(Services, Cancel)).Dispose();

        await AssertSaidAsync(site, 429, () => new HttpRequestMessage(HttpMethod.Get, Services));
    }

    private static async Task AssertSaidAsync(TestSite site, int status, Func<HttpRequestMessage> make)
    {
        var english = await DetailAsync("en");
        var russian = await DetailAsync("ru");

        Assert.Contains(english, letter => letter is >= 'a' and <= 'z');
        Assert.DoesNotContain(english, letter => letter is >= 'а' and <= 'я');
        Assert.Contains(russian, letter => letter is >= 'а' and <= 'я');

        async Task<string> DetailAsync(string language)
        {
            using var request = make();
            request.Headers.Add("Accept-Language", language);
            using var response = await site.Client.SendAsync(request, Cancel);
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(language, Assert.Single(response.Content.Headers.ContentLanguage));
            var text = await response.Content.ReadAsStringAsync(Cancel);
            Assert.DoesNotContain(FaultController.Canary, text, StringComparison.Ordinal);
            var problem = JsonSerializer.Deserialize<JsonElement>(text);
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            return problem.GetProperty("detail").GetString()!;
        }
    }
}
