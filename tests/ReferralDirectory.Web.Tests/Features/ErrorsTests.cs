using System.Net;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features;

public sealed class ErrorsTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/ru/nowhere", null, "ru")]
    [InlineData("/ru/russian-federation/nothing", "en", "ru")]
    [InlineData("/en/atlantis/steps/encounter", "ru", "en")]
    [InlineData("/xx/russian-federation", "ru", "ru")]
    [InlineData("/xx/russian-federation", null, "en")]
    [InlineData("/wp-login.php", "ru-RU", "ru")]
    public async Task AnUnknownAddress_GetsAPageInTheReadersLanguage_ThatHelps(string address, string? accepted, string language)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepted is not null)
        {
            request.Headers.Add("Accept-Language", accepted);
        }

        using var response = await site.Client.SendAsync(request, Cancel);
        var page = await response.ReadPageAsync(Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("tel:+78005507140", page.Hrefs("main a"));
        Assert.Equal(6, page.QuerySelectorAll("main .steps li").Length);
        Assert.Contains($"/{language}/russian-federation", page.Hrefs("main a"));
        Assert.NotEmpty(page.Hrefs("main .tiles a"));
    }

    [Theory]
    [InlineData("/test/status/429", "Too many requests")]
    [InlineData("/test/status/503", "Something went wrong on our side")]
    [InlineData("/test/fault", "Something went wrong on our side")]
    [InlineData("/test/bad-request", "This request cannot be answered")]
    public async Task EveryError_SaysWhatHappened(string address, string title)
    {
        using var response = await site.Client.GetAsync(address, Cancel);

        Assert.Equal(title, (await response.ReadPageAsync(Cancel)).QuerySelector("h1").Words());
    }

    [Fact]
    public async Task AnErrorPagesLanguageSwitch_LeadsToTheHomePage()
    {
        using var response = await site.Client.GetAsync("/ru/nowhere/at/all", Cancel);

        Assert.Equal(["/en/russian-federation"], (await response.ReadPageAsync(Cancel)).Hrefs(".languages a"));
    }
}
