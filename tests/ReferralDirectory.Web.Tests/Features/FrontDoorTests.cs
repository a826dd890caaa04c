using System.Net;

namespace ReferralDirectory.Web.Tests.Features;

public sealed class FrontDoorTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, SiteFixture.En)]
    [InlineData("ru", SiteFixture.Ru)]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", SiteFixture.Ru)]
    [InlineData("en;q=0.5, ru;q=0.7", SiteFixture.Ru)]
    [InlineData("uz, ru;q=0.1", SiteFixture.Ru)]
    [InlineData("ru;q=0, en;q=0.1", SiteFixture.En)]
    [InlineData("fr", SiteFixture.En)]
    [InlineData("*", SiteFixture.En)]
    [InlineData(",;=q", SiteFixture.En)]
    public async Task TheFrontDoor_LeadsToTheLanguageTheBrowserAsksFor(string? accepted, string expected)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        }

        using var response = await site.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.OriginalString);
        Assert.Equal(["Accept-Language"], response.Headers.Vary);
    }

    [Fact]
    public async Task ALanguageAlone_LeadsToItsHomePage()
    {
        using var response = await site.Client.GetAsync("/ru", Cancel);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(SiteFixture.Ru, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task APage_IsTheSameWhateverTheBrowserAsksFor()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, SiteFixture.En);
        request.Headers.TryAddWithoutValidation("Accept-Language", "ru");
        using var asRussian = await site.Client.SendAsync(request, Cancel);

        Assert.Equal(await site.Client.GetStringAsync(SiteFixture.En, Cancel), await asRussian.Content.ReadAsStringAsync(Cancel));
        Assert.DoesNotContain("Accept-Language", asRussian.Headers.Vary);
    }

    [Fact]
    public async Task TheWayOut_LeadsAwayWithoutAScript()
    {
        using var response = await site.Client.GetAsync("/exit", Cancel);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(SiteFixture.ExitAddress, response.Headers.Location?.OriginalString);
        Assert.False(response.Headers.Contains("Clear-Site-Data"));
    }
}
