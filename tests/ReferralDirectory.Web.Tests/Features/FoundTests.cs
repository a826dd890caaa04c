using System.Net;
using System.Net.Http.Headers;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features;

/// <summary>What the script asks for while one types.</summary>
public sealed class FoundTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WordsInTheBody_FindTheSameAsWordsInTheAddress()
    {
        using var response = await PostAsync(SiteFixture.Ru, ("q", "в иркутске"), ("need", ""), ("place", ""), ("audience", ""));
        var found = await response.ReadPageAsync(Cancel);
        var page = await site.Client.GetPageAsync($"{SiteFixture.Ru}/providers?q=в+иркутске", Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", Assert.Single(response.Headers.GetValues("CDN-Cache-Control")));
        Assert.Equal(page.QuerySelector("#found")!.OuterHtml, found.QuerySelector("#found")!.OuterHtml);
        Assert.Equal(page.QuerySelectorAll("option").Select(option => option.Words()), found.QuerySelectorAll("option").Select(option => option.Words()));
    }

    [Fact]
    public async Task AListThatTheScriptAskedForFirst_IsTheSamePageAfterwards()
    {
        await using var asked = new TestSite().Start();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("q", "shelter")]);
        (await asked.Client.PostAsync($"{SiteFixture.En}/providers/found", content, Cancel)).Dispose();

        var page = await asked.Client.GetPageAsync($"{SiteFixture.En}/providers?q=shelter", Cancel);

        Assert.Equal(["/ru/russian-federation/providers?q=shelter"], page.Hrefs(".languages a"));
    }

    [Fact]
    public async Task EachHit_SaysWhyItMatched()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/providers?q=irkutsk+lawyer", Cancel);

        Assert.Equal("Found by: Irkutsk; Legal assistance", page.QuerySelectorAll(".cards .fact").First(fact => fact.TextContent.StartsWith("Found by", StringComparison.Ordinal)).Words());
    }

    /// <summary>Of every card, in both languages: there is a reason, and whoever reads the card sees that it is true.</summary>
    [Theory]
    [InlineData("/en/russian-federation", "Found by: ", "legal")]
    [InlineData("/en/russian-federation", "Found by: ", "moscow women")]
    [InlineData("/en/russian-federation", "Found by: ", "children hotline")]
    [InlineData("/ru/russian-federation", "Найдено по: ", "помощь")]
    [InlineData("/ru/russian-federation", "Найдено по: ", "психолог москва")]
    [InlineData("/ru/russian-federation", "Найдено по: ", "горячая линия")]
    [InlineData("/ru/russian-federation", "Найдено по: ", "8 800")]
    public async Task EveryHit_SaysWhyItMatched(string root, string label, string words)
    {
        string[] elsewhere = ["name", "description", "названию", "описанию"];
        var page = await site.Client.GetPageAsync($"{root}/providers?q={Uri.EscapeDataString(words)}", Cancel);

        var cards = page.QuerySelectorAll(".cards > li");
        Assert.NotEmpty(cards);
        foreach (var card in cards)
        {
            var facts = card.QuerySelectorAll(".fact").Select(fact => fact.Words()).ToList();
            var foundBy = Assert.Single(facts, fact => fact.StartsWith(label, StringComparison.Ordinal));
            foreach (var reason in foundBy[label.Length..].Split("; "))
            {
                var others = string.Join('\n', [.. facts.Where(fact => fact != foundBy), card.QuerySelector(".phones").Words()]);
                Assert.True(elsewhere.Contains(reason) || others.Contains(reason, StringComparison.Ordinal), $"{reason} is not on the card: {others}");
            }
        }
    }

    [Fact]
    public async Task AWordThatHadToBeDropped_IsNamed()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.Ru}/providers?q=приют+синхрофазотрон", Cancel);

        Assert.Contains("Не учтено: синхрофазотрон", page.QuerySelector("#found").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachChoice_SaysHowManyItWouldLeave()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/providers?place=moscow", Cancel);

        Assert.Equal("Someone to talk to now (2)", page.QuerySelector("#need option[value=hotline]").Words());
        Assert.Equal("Irkutsk (1)", page.QuerySelector("#place option[value=irkutsk]").Words());
        Assert.Equal("Place not stated (4)", page.QuerySelector("#place option[value=not-stated]").Words());
    }

    [Fact]
    public async Task ABodyThatIsTooLong_IsRefused()
    {
        using var response = await PostAsync(SiteFixture.En, ("q", new string('a', 9000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "need=nothing", HttpStatusCode.NotFound)]
    [InlineData("application/x-www-form-urlencoded", "q=a&q=b", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "q=%zz&&&=", HttpStatusCode.OK)]
    [InlineData("application/x-www-form-urlencoded", "q=%00&%ff=%00", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", "nonsense", HttpStatusCode.BadRequest)]
    public async Task ABodyThatIsNotAForm_IsTheSendersFault(string type, string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse(type));
        using var response = await site.Client.PostAsync($"{SiteFixture.En}/providers/found", content, Cancel);

        Assert.Equal(expected, response.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(string root, params (string Name, string Value)[] fields) =>
        site.Client.PostAsync($"{root}/providers/found", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Cancel);
}
