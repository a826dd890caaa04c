using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features;

public sealed class StepsTests(SiteFixture site)
{
    private static readonly string[] Steps = ["steps/encounter", "steps/initial-referral", "steps/identification", "steps/assistance", "steps/voluntary-return", "providers"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Pages()
    {
        var data = new TheoryData<string, int>();
        for (var i = 0; i < Steps.Length; i++)
        {
            data.Add(SiteFixture.En, i);
            data.Add(SiteFixture.Ru, i);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task AStep_ShowsAllSix_MarksItself_AndHasItsThreeParts(string root, int index)
    {
        var page = await site.Client.GetPageAsync($"{root}/{Steps[index]}", Cancel);

        Assert.Equal(Steps.Select(step => $"{root}/{step}"), page.Hrefs("nav.steps a"));
        Assert.Equal($"{root}/{Steps[index]}", Assert.Single(page.Hrefs("[aria-current=step]")));
        foreach (var part in new[] { ".you", ".workers", ".missing" })
        {
            Assert.True(page.QuerySelector($".parts {part}").Words().Length > 80, part);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task AStep_LeadsToTheOneBeforeAndTheOneAfter(string root, int index)
    {
        var page = await site.Client.GetPageAsync($"{root}/{Steps[index]}", Cancel);

        Assert.Equal(index == 0 ? [] : [$"{root}/{Steps[index - 1]}"], page.Hrefs(".turn [rel=prev]"));
        Assert.Equal(index == 5 ? [] : [$"{root}/{Steps[index + 1]}"], page.Hrefs(".turn [rel=next]"));
    }

    [Fact]
    public async Task VoluntaryReturn_ListsTheProvidersThatActAtIt()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/steps/voluntary-return", Cancel);

        Assert.Equal(
            ["alternative", "iom-moscow", "red-cross-astrakhan"],
            page.Hrefs(".lines .who a").Select(href => href.Split('/')[^1]));
    }

    [Theory]
    [InlineData("/steps/providers")]
    [InlineData("/steps/Encounter")]
    [InlineData("/steps/seventh")]
    [InlineData("/steps")]
    public async Task AStepThatDoesNotExist_IsNotFound(string address)
    {
        using var response = await site.Client.GetAsync(SiteFixture.En + address, Cancel);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }
}
