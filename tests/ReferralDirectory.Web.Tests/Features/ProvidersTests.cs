using System.Net;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features;

public sealed class ProvidersTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SiteFixture.En, "Results: 15")]
    [InlineData(SiteFixture.Ru, "Найдено: 15")]
    public async Task TheList_ShowsAllProvidersAndTheirEighteenNumbers(string root, string heading)
    {
        var page = await site.Client.GetPageAsync($"{root}/providers", Cancel);

        Assert.Equal(heading, page.QuerySelector("#results").Words());
        Assert.Equal(15, page.QuerySelectorAll(".cards > li").Length);
        Assert.Equal(18, page.Hrefs(".cards .phone").Distinct().Count());
        Assert.All(page.Hrefs(".cards .phone"), href => Assert.Matches(@"^tel:\+7\d{10}$", href));
        Assert.Equal(3, page.QuerySelectorAll(".cards .phone small").Count(small => small.Words() is "free call" or "бесплатно"));
        Assert.Equal(15, page.QuerySelectorAll(".cards .confirmed").Length);
    }

    [Theory]
    [InlineData("need=voluntary-return", "alternative iom-moscow")]
    [InlineData("place=irkutsk", "maria")]
    [InlineData("place=not-stated", "migration-research-center safe-house sisters stellit")]
    [InlineData("audience=labour-migrants-central-asia", "blago-darju")]
    [InlineData("free=1", "alternative nevoli-net red-cross-saint-petersburg")]
    [InlineData("free=1&place=moscow", "alternative nevoli-net")]
    [InlineData("free=1&place=moscow&need=way-out", "alternative")]
    [InlineData("need=safe-accommodation&audience=women", "maria warm-house-on-the-mountain")]
    [InlineData("need=money-and-work&audience=russian-nationals", "alternative")]
    [InlineData("need=hotline&audience=russian-nationals", "")]
    [InlineData("q=&need=&place=&audience=&free=&page=", null)]
    public async Task Filters_Combine(string query, string? expected)
    {
        Assert.Equal(expected?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? await FindAsync(SiteFixture.En, ""), await FindAsync(SiteFixture.En, query));
    }

    [Theory]
    [InlineData("q=ИРКУТСК", "maria")]
    [InlineData("q=irkutsk", "maria")]
    [InlineData("q=сестры", "sisters")]
    [InlineData("q=СЁСТРЫ", "sisters")]
    [InlineData("q=теплый+дом", "warm-house-on-the-mountain")]
    [InlineData("q=забрали+паспорт", "red-cross-astrakhan")]
    [InlineData("q=passport+taken", "red-cross-astrakhan")]
    public async Task Words_FindByNamePlaceAndNeed_InAnyLanguageOnAnyPage(string query, string expected)
    {
        Assert.Equal([expected], await FindAsync(SiteFixture.En, query));
        Assert.Equal([expected], await FindAsync(SiteFixture.Ru, query));
    }

    [Fact]
    public async Task Words_NarrowFurther_WithFilters()
    {
        Assert.Equal(["alternative"], await FindAsync(SiteFixture.Ru, "q=домой&free=1"));
    }

    [Fact]
    public async Task TheForm_KeepsWhatWasAsked()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/providers?q=%3Cb%3E%22x&need=legal-help&place=moscow&audience=women&free=1", Cancel);

        Assert.Equal("<b>\"x", page.QuerySelector("#q")?.GetAttribute("value"));
        Assert.Equal(["legal-help", "moscow", "women"], page.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
        Assert.True(page.QuerySelector("#free")?.HasAttribute("checked"));
        Assert.Empty(page.QuerySelectorAll("main b b"));
    }

    [Theory]
    [InlineData(SiteFixture.En, "Nothing in this directory matches")]
    [InlineData(SiteFixture.Ru, "В справочнике ничего не нашлось")]
    public async Task NothingFound_OffersHotlinesAndNeeds(string root, string message)
    {
        var page = await site.Client.GetPageAsync($"{root}/providers?q=qqqqqq", Cancel);

        Assert.Contains(message, page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(["tel:+78005507140", "tel:+78007071417", "tel:+74999010201"], page.Hrefs("main .lines .phone"));
        Assert.Equal(11, page.Hrefs("main .tiles a").Count);
    }

    [Theory]
    [InlineData("need=nothing")]
    [InlineData("need=Legal-Help")]
    [InlineData("place=atlantis")]
    [InlineData("audience=nobody")]
    [InlineData("free=yes")]
    [InlineData("page=2")]
    [InlineData("page=x")]
    [InlineData("page=1.0")]
    public async Task AFilterValueThatDoesNotExist_IsNotFound(string query)
    {
        using var response = await site.Client.GetAsync($"{SiteFixture.Ru}/providers?{query}", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Страница не найдена", (await response.ReadPageAsync(Cancel)).QuerySelector("h1").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    [InlineData(5000, true)]
    public async Task MoreThanTwoHundredCharacters_AreCut_AndThePageSaysSo(int length, bool isCut)
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/providers?q={new string('a', length)}", Cancel);

        Assert.Equal(Math.Min(length, 200), page.QuerySelector("#q")?.GetAttribute("value")?.Length);
        Assert.Equal(isCut, page.QuerySelector("main").Words().Contains("longer than 200 characters", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACut_NeverSplitsACharacter()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/providers?q={new string('a', 199)}%F0%9F%98%80%F0%9F%98%80", Cancel);

        Assert.Equal(new string('a', 199), page.QuerySelector("#q")?.GetAttribute("value"));
    }

    [Fact]
    public async Task APlace_AlsoOffersThoseWhosePlaceIsNotStated()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/providers?place=irkutsk&need=legal-help", Cancel);

        Assert.Contains($"{SiteFixture.En}/providers?need=legal-help&place=not-stated", page.Hrefs("main a"));
    }

    private async Task<IEnumerable<string>> FindAsync(string root, string query)
    {
        var page = await site.Client.GetPageAsync($"{root}/providers?{query}", Cancel);
        return page.Hrefs(".cards h3 a").Select(href => href.Split('/')[^1]);
    }
}
