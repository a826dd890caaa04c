using ReferralDirectory.Testing;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>A page arrives within the first round trips of a slow line: fourteen kilobytes with its headers, whatever compression the client takes.</summary>
[Trait("Database", "Either")]
public sealed class PageWeightTests(SiteFixture site)
{
    private const int MostBytes = 14_000;

    private static readonly string[] Roots = [SiteFixture.En, SiteFixture.Ru];
    private static readonly string[] Codings = ["gzip, deflate, br, zstd", "gzip"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPage_IsLight()
    {
        var english = PublicEndpoints.Pages(site.Site);
        var russian = english.Where(address => address.StartsWith("/en", StringComparison.Ordinal)).Select(address => $"/ru{address[3..]}");
        string[] others =
        [
            .. Roots.SelectMany(root => new[] { $"{root}/providers?need=legal-help", $"{root}/providers?need=legal-help&audience=women&free=1", $"{root}/providers?need=nothing" }),
            "/ru/nowhere", "/en/nowhere", "/api", "/api?lang=ru",
        ];

        var heaviest = await HeaviestAsync(site.Client, [.. await PublicPages.AllAsync(site.Client, Cancel), .. english, .. russian, .. others, .. ListAddresses.OfWords(Roots)]);

        Console.WriteLine($"Measured: the heaviest page is {heaviest.Address} with {heaviest.Bytes} bytes, headers included.");
        Assert.True(heaviest.Bytes <= MostBytes, $"{heaviest.Address} has {heaviest.Bytes} bytes.");
    }

    /// <summary>Made-up organisations have longer texts than the real ones, and ten times as many places.</summary>
    [Fact]
    public async Task EveryPageOfTheList_IsLight_WithAThousandOrganisations()
    {
        using var folder = new TempFolder();
        await GeneratedDatabase.WriteAsync(folder["thousand.db"], 1000, Cancel);
        await using var large = new TestSite(new Dictionary<string, string> { ["Database:Path"] = folder["thousand.db"] }).Start();
        string[] kept = [.. Roots.SelectMany(root => new[] { root, $"{root}/providers", $"{root}/providers?page=7", $"{root}/providers?need=legal-help", $"{root}/providers?place=moscow", $"{root}/providers?audience=women&free=1&page=2" })];

        var heaviest = await HeaviestAsync(large.Client, [.. kept, .. ListAddresses.OfWords(Roots)]);

        Console.WriteLine($"Measured: with a thousand organisations the heaviest page is {heaviest.Address} with {heaviest.Bytes} bytes, headers included.");
        Assert.True(heaviest.Bytes <= MostBytes, $"{heaviest.Address} has {heaviest.Bytes} bytes.");
    }

    private static async Task<(int Bytes, string Address)> HeaviestAsync(HttpClient client, IReadOnlyList<string> addresses)
    {
        List<(int, string)> weights = [];
        foreach (var address in addresses.Distinct())
        {
            foreach (var accepted in Codings)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", accepted } } };
                using var response = await client.SendAsync(request, Cancel);
                var head = response.Headers.Concat(response.Content.Headers).Sum(header => header.Value.Sum(value => header.Key.Length + value.Length + 4)) + "HTTP/1.1 200 OK\r\n\r\n".Length;
                if (response.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    weights.Add((head + (await response.Content.ReadAsByteArrayAsync(Cancel)).Length, $"{address} ({accepted})"));
                }
            }
        }

        return weights.Max();
    }
}
