using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features;

public sealed class ProviderTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AProvider_ShowsEveryContact_AsALinkThatWorks()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.Ru}/providers/maria", Cancel);

        Assert.Equal("Кризисный центр «Мария»", page.QuerySelector("h1").Words());
        Assert.Equal(
            ["tel:+79027638708", "tel:+73952738708", "mailto:freya.75@mail.ru", "http://www.maria-centr.ru/"],
            page.Hrefs(".contacts a"));
        Assert.Equal(4, page.QuerySelectorAll(".contacts .confirmed").Count(text => text.Words() == "Ещё не подтверждено организацией"));
    }

    [Theory]
    [InlineData("red-cross-astrakhan", "https://www.redcross.ru/offices/astrahanskoe-oblastnoe-otdelenie-rkk")]
    [InlineData("karelia-centre", "http://www.owl.ru/win/women/aiwo/karelia.htm")]
    public async Task AnAddressBrokenInTheSource_IsWhole(string provider, string address)
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/providers/{provider}", Cancel);

        Assert.Contains(address, page.Hrefs(".contacts a"));
    }

    [Fact]
    public async Task EveryProvider_SaysWhereItsDataComeFrom_AndThatTheyAreNotConfirmed()
    {
        foreach (var address in (await PublicPages.AllAsync(site.Client, Cancel)).Where(address => address.StartsWith($"{SiteFixture.En}/providers/", StringComparison.Ordinal)))
        {
            var page = await site.Client.GetPageAsync(address, Cancel);

            Assert.Contains("published referral guide", page.QuerySelector("[aria-labelledby=source]").Words(), StringComparison.Ordinal);
            Assert.All(page.QuerySelectorAll(".contacts > li"), contact => Assert.Contains("Not yet confirmed", contact.Words(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task AConfirmedContact_SaysWhenAndHow()
    {
        using var folder = new TempFolder();
        var data = folder.CopyOfData();
        var file = Path.Combine(data, "russian-federation", "organisations", "stellit.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Cancel)).Replace("  - email:", "    confirmed: { on: 2026-03-09, how: called, by: an editor }\n  - email:", StringComparison.Ordinal), Cancel);
        var clock = new TestClock();
        clock.MoveTo(new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc));
        await using var other = new TestSite(new Dictionary<string, string> { ["Content:Path"] = data }, services => services.AddSingleton<TimeProvider>(clock)).Start();

        var english = await other.Client.GetPageAsync($"{SiteFixture.En}/providers/stellit", Cancel);
        var russian = await other.Client.GetPageAsync($"{SiteFixture.Ru}/providers/stellit", Cancel);

        Assert.Equal(["Confirmed by our reviewers: a call on 9 March 2026. More than 90 days have passed: it may have changed.", "Not yet confirmed with the organisation", "Not yet confirmed with the organisation"], english.QuerySelectorAll(".contacts .confirmed").Select(text => text.Words()));
        Assert.Equal("Подтверждено нашими проверяющими: звонок 9 марта 2026 г. Прошло больше 90 дней: данные могли измениться.", russian.QuerySelector(".contacts .confirmed").Words());
    }

    [Fact]
    public async Task TheNameInItsOwnLanguage_IsShownAndMarked()
    {
        var english = await site.Client.GetPageAsync($"{SiteFixture.En}/providers/stellit", Cancel);
        var russian = await site.Client.GetPageAsync($"{SiteFixture.Ru}/providers/stellit", Cancel);

        Assert.Equal("Общественная организация «Стеллит»", english.QuerySelector("h1 small[lang=ru]").Words());
        Assert.Null(russian.QuerySelector("h1 small"));
    }

    [Fact]
    public async Task APlaceTheSourceDoesNotState_IsNotGuessed()
    {
        var page = await site.Client.GetPageAsync($"{SiteFixture.En}/providers/stellit", Cancel);

        Assert.Contains("Where: place not stated", page.QuerySelector("[aria-labelledby=offers]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProviderThatDoesNotExist_IsNotFound()
    {
        using var response = await site.Client.GetAsync($"{SiteFixture.En}/providers/nobody", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task TheAddressBookCard_HoldsTheContactsAndNothingElse()
    {
        using var response = await site.Client.GetAsync($"{SiteFixture.Ru}/providers/sisters/contact.vcf", Cancel);
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancel);
        var card = Encoding.UTF8.GetString(bytes);

        Assert.Equal("text/vcard", response.Content.Headers.ContentType?.MediaType);
        Assert.All(card.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal(
            """
            BEGIN:VCARD
            VERSION:4.0
            KIND:org
            FN:Независимый благотворительный центр помощи пережившим сексуальное насилие «Сёстры»
            TEL;VALUE=uri:tel:+74999010201
            EMAIL:online@sister-help.ru
            URL:http://www.sisters-help.ru/
            END:VCARD

            """.ReplaceLineEndings("\r\n"),
            card.Replace("\r\n ", "", StringComparison.Ordinal));
    }
}
