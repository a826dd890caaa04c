using System.Net;
using System.Text.Json;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>What the description says is what the site answers, in both directions: each operation, each property, each parameter.</summary>
public sealed class DescribedAnswersTests(ApiSite site)
{
    private const string Lines = "application/x-ndjson";
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly string[] Choices = ["full", "full_service", "minimal"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryAnswer_IsAsDescribed_AndNothingElseIsDescribed()
    {
        var description = await site.GetAsync("/openapi.json");
        var shape = new DescribedShape(description);
        var count = 0;
        foreach (var (path, method, operation) in Operations(description).Where(item => item.Method != "head"))
        {
            foreach (var request in await RequestsAsync(path, method, operation))
            {
                using var response = await site.Client.SendAsync(request, Cancel);
                await CheckAsync(shape, operation, response, $"{method} {request.RequestUri}");
                count++;
            }
        }

        Assert.True(count > 100);
        Assert.Equal("", string.Join(", ", shape.Unseen));
    }

    [Fact]
    public async Task EveryParameter_IsDescribed_AndNoOther()
    {
        foreach (var (path, method, operation) in Operations(await site.GetAsync("/openapi.json")).Where(item => item.Method != "head"))
        {
            var address = (await AddressOfAsync(path))[0];
            using var request = new HttpRequestMessage(new HttpMethod(method), $"{address}?nonsense=1");
            using var response = await site.Client.SendAsync(request, Cancel);
            var detail = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Cancel)).GetProperty("detail").GetString()!;

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(
                detail[(detail.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.').Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
                Parameters(operation).Concat(InBody(operation)).Order(StringComparer.Ordinal));
            Assert.Equal(method == "post" ? ["lang"] : Parameters(operation), Parameters(operation));
            Assert.Equal(method == "post", InBody(operation).Any());
        }
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement description) =>
        description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Name, operation.Value)));

    private static List<string> Parameters(JsonElement operation) => operation.TryGetProperty("parameters", out var list)
        ? [.. list.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!)]
        : [];

    private static IEnumerable<string> InBody(JsonElement operation) => operation.TryGetProperty("requestBody", out var body)
        ? body.GetProperty("content").GetProperty(Form).GetProperty("schema").GetProperty("properties").EnumerateObject().Select(property => property.Name)
        : [];

    private async Task<List<string>> AddressOfAsync(string path) => path.Contains("{id}", StringComparison.Ordinal)
        ? [.. (await site.AllAsync(path[ApiSite.Root.Length..].Replace("/{id}", "", StringComparison.Ordinal))).Select(record => path.Replace("{id}", record.GetProperty("id").GetString()!, StringComparison.Ordinal))]
        : [path];

    private async Task<List<HttpRequestMessage>> RequestsAsync(string path, string method, JsonElement operation)
    {
        var known = Parameters(operation).Concat(InBody(operation)).ToList();
        List<string> queries = ["", "nonsense=1", .. known.Contains("lang") ? ["lang=ru"] : Array.Empty<string>()];
        foreach (var choice in Choices.Where(known.Contains).Append("page").Where(known.Contains))
        {
            queries.Add(choice == "page" ? "page=1000" : $"{choice}=true");
            queries.Add(choice == "page" ? "format=ndjson" : $"{choice}=true&format=ndjson");
        }

        queries.AddRange(known.Contains("postcode") ? ["postcode=664000"] : []);
        List<HttpRequestMessage> requests = [];
        foreach (var address in await AddressOfAsync(path))
        {
            requests.AddRange(queries.Select(query => method == "post" && query.Length > 0
                ? new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(query.Split('&').Where(pair => !pair.StartsWith("lang", StringComparison.Ordinal)).Select(pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1]))) }
                : new HttpRequestMessage(new HttpMethod(method), query.Length > 0 ? $"{address}?{query}" : address)));
        }

        if (path.Contains("{id}", StringComparison.Ordinal))
        {
            requests.Add(new HttpRequestMessage(HttpMethod.Get, path.Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal)));
        }

        if (method == "post")
        {
            requests.Add(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", null, "application/json") });
            requests.Add(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("search", new string('a', 9000))]) });
        }
        else
        {
            requests.Add(new HttpRequestMessage(HttpMethod.Get, requests[0].RequestUri) { Headers = { { "If-None-Match", "*" } } });
        }

        return requests;
    }

    private static async Task CheckAsync(DescribedShape shape, JsonElement operation, HttpResponseMessage response, string where)
    {
        Assert.True(operation.GetProperty("responses").TryGetProperty(((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), out var described), $"{where}: {response.StatusCode}");
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return;
        }

        var type = response.Content.Headers.ContentType!.MediaType!;
        Assert.True(described.GetProperty("content").TryGetProperty(type, out var content), $"{where}: {type}");
        var text = await response.Content.ReadAsStringAsync(Cancel);
        string[] values = type == Lines ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : type.EndsWith("json", StringComparison.Ordinal) ? [text] : [];
        foreach (var value in values)
        {
            shape.Check(content.GetProperty("schema"), JsonSerializer.Deserialize<JsonElement>(value), where);
        }
    }
}
