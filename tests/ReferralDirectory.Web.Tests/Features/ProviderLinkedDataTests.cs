using System.Text.Json;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Tests.Features.Api;

namespace ReferralDirectory.Web.Tests.Features;

/// <summary>What a provider's page says to search engines.</summary>
public sealed class ProviderLinkedDataTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryProvidersPage_SaysNothingThere_ThatThePageDoesNotShow()
    {
        var providers = (await PublicPages.AllAsync(site.Client, Cancel)).Where(page => page.Contains("/providers/", StringComparison.Ordinal)).ToList();
        Assert.True(providers.Count > 20);
        foreach (var address in providers)
        {
            var page = await site.Client.GetPageAsync(address, Cancel);
            var data = JsonSerializer.Deserialize<JsonElement>(Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent);

            Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
            Assert.StartsWith(data.GetProperty("name").GetString(), page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(page.Hrefs("a[href^='tel:']").Select(href => href[4..]).Where(number => number.StartsWith('+')).Order(StringComparer.Ordinal), Texts(data, "telephone").Order(StringComparer.Ordinal));
            Assert.Equal(page.Hrefs("a[href^='mailto:']").Select(href => href[7..]), Texts(data, "email"));
            Assert.Equal(address.EndsWith("/" + ApiSite.Told, StringComparison.Ordinal), data.TryGetProperty("address", out _));
        }
    }

    [Fact]
    public async Task AStreetThatIsPublic_StandsThere_InTheLanguageOfThePage()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.Ru}/providers/{ApiSite.Told}", Cancel);
        var address = JsonSerializer.Deserialize<JsonElement>(page.QuerySelector("script[type='application/ld+json']")!.TextContent).GetProperty("address");

        Assert.Equal("Главная ул., 1", address.GetProperty("streetAddress").GetString());
        Assert.Equal("RU", address.GetProperty("addressCountry").GetString());
    }

    private static IEnumerable<string> Texts(JsonElement data, string name) => data.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
