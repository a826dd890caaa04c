using System.Text.Json;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Tests.Features.Api;

[assembly: AssemblyFixture(typeof(ApiSite))]

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>A site with one organisation that says everything there is to say; for tests that only read.</summary>
public sealed class ApiSite : IAsyncDisposable
{
    public const string Root = "/api/hsds/v3";

    public const string Told = "maria";

    private const string More =
        """
        languages-spoken: [ru, tg]
        public-address: { en: 1 Main Street, ru: "Главная ул., 1" }
        hours:
          time-zone: Asia/Irkutsk
          by-appointment: true
          week:
            monday: ["14:00-18:00", "09:00-13:00"]
            friday: ["09:00-13:00"]
            saturday: ["22:00-02:00"]
          exceptions:
            - from: 2026-12-31
              to: 2027-01-08
              note: { en: Holidays, ru: Праздники }

        """;

    private const string Eligibility =
        """
            eligibility: { en: Women only, ru: Только женщины }

        """;

    private const string MoreContacts =
        """
          - email: second@example.org
          - email: help@помощь.рф
          - email: письмо@помощь.рф
          - messenger: https://chat.example/maria

        """;

    private readonly TempFolder folder = new();

    public ApiSite()
    {
        var data = folder.CopyOfData();
        var file = Path.Combine(data, "russian-federation", "organisations", $"{Told}.yaml");
        var text = File.ReadAllText(file).TrimEnd() + "\n" + MoreContacts;
        var lines = text.Replace("services:", More + "services:", StringComparison.Ordinal).Replace("    audiences: [women]\n", "    audiences: [women]\n" + Eligibility, StringComparison.Ordinal).Split('\n');
        var contacts = Array.IndexOf(lines, "contacts:");
        File.WriteAllText(file, string.Join('\n', lines.Select((line, number) => number > contacts && line.StartsWith("  - ", StringComparison.Ordinal) ? line + "\n    confirmed: { on: 2026-01-31, how: called, by: editors }" : line)));
        Site = new TestSite(new Dictionary<string, string> { ["Content:Path"] = data, ["Api:RequestsPerMinute"] = "100000", ["Api:ExportsPerHour"] = "100000" }).Start();
    }

    public TestSite Site { get; }

    public HttpClient Client => Site.Client;

    /// <summary>The answer to a GET of an address below <see cref="Root"/>.</summary>
    public async Task<JsonElement> GetAsync(string address)
    {
        using var response = await Client.GetAsync(Root + address, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Every record of a list.</summary>
    public async Task<List<JsonElement>> AllAsync(string address)
    {
        using var response = await Client.GetAsync($"{Root}{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format=ndjson", TestContext.Current.CancellationToken);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.ToString());
        return [.. (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        folder.Dispose();
    }
}
