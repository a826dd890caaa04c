using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features;

public sealed class HomeTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SiteFixture.En)]
    [InlineData(SiteFixture.Ru)]
    public async Task TheNumbersToCall_StandBeforeAnythingElse_HotlinesBeforeThePolice(string address)
    {
        var page = await site.Client.GetPageAsync(address, Cancel);

        Assert.Equal(
            ["tel:+78005507140", "tel:+78007071417", "tel:+74999010201", "tel:112"],
            page.Hrefs("main a[href^='tel:']"));
        Assert.Equal("call", page.QuerySelector("main section h2")?.Id);
    }

    [Fact]
    public async Task OnlyKnownFreeNumbers_AreMarkedFree()
    {
        var page = await site.Client.GetPageAsync(SiteFixture.En, Cancel);

        Assert.Equal(
            ["8 (800) 550-71-40 free call", "8 (800) 707-14-17 hotline free call", "8 (499) 901-02-01", "112 free call"],
            page.QuerySelectorAll("main .phone").Select(phone => phone.Words()));
    }

    [Fact]
    public async Task EveryTile_LeadsToProvidersThatMeetTheNeed()
    {
        var page = await site.Client.GetPageAsync(SiteFixture.Ru, Cancel);
        var tiles = page.Hrefs(".tiles a");

        Assert.Equal(11, tiles.Count);
        foreach (var tile in tiles)
        {
            var list = await site.Client.GetPageAsync(tile, Cancel);
            Assert.NotEmpty(list.QuerySelectorAll(".cards > li"));
        }
    }

    [Fact]
    public async Task TheSixSteps_StandInOrder()
    {
        var page = await site.Client.GetPageAsync(SiteFixture.En, Cancel);

        Assert.Equal(
            [
                $"{SiteFixture.En}/steps/encounter",
                $"{SiteFixture.En}/steps/initial-referral",
                $"{SiteFixture.En}/steps/identification",
                $"{SiteFixture.En}/steps/assistance",
                $"{SiteFixture.En}/steps/voluntary-return",
                $"{SiteFixture.En}/providers",
            ],
            page.Hrefs(".path a"));
    }
}
