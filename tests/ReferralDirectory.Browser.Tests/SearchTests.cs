using Microsoft.Playwright;

namespace ReferralDirectory.Browser.Tests;

public sealed class SearchTests(BrowserFixture fixture)
{
    private const string Providers = $"{BrowserFixture.Ru}/providers";

    [Fact]
    public async Task TheListNarrows_AsOneTypes_AndTheWordsStandInNoAddress()
    {
        var addresses = new List<string>();
        var page = await fixture.OpenAsync(Providers);
        page.Request += (_, request) => addresses.Add(request.Url);
        var history = await page.EvaluateAsync<int>("history.length");

        await page.Locator("#q").PressSequentiallyAsync("забрали пас");
        await page.WaitForFunctionAsync("() => document.getElementById('results').textContent.endsWith(': 1')");

        Assert.Equal(["red-cross-astrakhan"], await FoundAsync(page));
        Assert.EndsWith(Providers, page.Url, StringComparison.Ordinal);
        Assert.Equal(history, await page.EvaluateAsync<int>("history.length"));
        Assert.All(addresses, address => Assert.EndsWith("/providers/found", address, StringComparison.Ordinal));
        Assert.Equal("забрали пас", await page.InputValueAsync("#q"));
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task TheNumberOfResults_IsSaidToScreenReaders_AndTheChoicesAreCountedAnew()
    {
        var page = await fixture.OpenAsync(Providers);

        await page.SelectOptionAsync("#place", "irkutsk");
        await page.WaitForFunctionAsync("() => document.getElementById('said').textContent.endsWith(': 1')");

        Assert.Equal("status", await page.GetAttributeAsync("#said", "role"));
        await Expect(page.Locator("#need option[value=legal-help]").First).ToHaveTextAsync("Помощь юриста (1)");
        Assert.Equal("irkutsk", await page.InputValueAsync("#place"));
    }

    [Theory]
    [InlineData("иркутск", "maria")]
    [InlineData("дагестан", "")]
    public async Task AnAnswerThatComesLate_LeavesTheFocusWhereItIs_OrOnTheResults(string words, string slug)
    {
        var page = await fixture.OpenAsync(Providers);
        await page.FocusAsync(".cards h3 a[href$='/maria']");

        await page.EvaluateAsync("words => { const q = document.getElementById('q'); q.value = words; q.dispatchEvent(new Event('input', { bubbles: true })) }", words);
        await page.WaitForFunctionAsync("() => document.getElementById('said').textContent.includes(':')");

        Assert.Equal(slug.Length > 0 ? $"{Providers}/{slug}" : "results", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href') || document.activeElement.id"));
    }

    [Fact]
    public async Task Find_SearchesInPlace()
    {
        var page = await fixture.OpenAsync(Providers);
        await page.EvaluateAsync("document.getElementById('q').value = 'ghb.n'");

        await page.ClickAsync("button");
        await page.WaitForFunctionAsync("() => document.getElementById('said').textContent.includes(':')");

        Assert.Contains("maria", await FoundAsync(page));
        Assert.EndsWith(Providers, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAScript_TheFormSearches()
    {
        var page = await fixture.OpenAsync(Providers, options => options.JavaScriptEnabled = false);

        await page.FillAsync("#q", "иркутск");
        await page.ClickAsync("button");
        await page.WaitForLoadStateAsync();

        Assert.Equal(["maria"], await FoundAsync(page));
    }

    [Fact]
    public async Task WithoutAConnection_ThePageSaysSo_AndLosesNothing()
    {
        var page = await fixture.OpenAsync(Providers);
        await page.RouteAsync("**/found", route => route.AbortAsync());

        await page.FillAsync("#q", "приют");
        await page.WaitForSelectorAsync("#said.note");

        await Expect(page.Locator("#said").First).ToContainTextAsync("Проверьте связь");
        Assert.Equal("приют", await page.InputValueAsync("#q"));
        Assert.Equal(15, (await FoundAsync(page)).Length);
    }

    private static Task<string[]> FoundAsync(IPage page) =>
        page.EvalOnSelectorAllAsync<string[]>(".cards h3 a", "links => links.map(link => link.pathname.split('/').pop())");
}
