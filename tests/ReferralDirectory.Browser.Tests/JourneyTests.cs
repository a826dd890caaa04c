using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralDirectory.Browser.Tests;

/// <summary>What people come for.</summary>
public sealed class JourneyTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SomebodyWithoutAPassport_FindsWhomToCall(bool withScript)
    {
        var page = await fixture.OpenAsync("/", options =>
        {
            options.JavaScriptEnabled = withScript;
            options.Locale = "ru-RU";
            options.ViewportSize = new ViewportSize { Width = 360, Height = 740 };
        });

        await page.GetByRole(AriaRole.Link, new() { Name = "Мой паспорт или документы" }).ClickAsync();
        await Expect(page.Locator("#results").First).ToHaveTextAsync("Найдено: 1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Астраханское областное отделение" }).ClickAsync();

        Assert.Equal("tel:+79033478795", await page.GetAttributeAsync(".contacts .phone", "href"));
    }

    [Fact]
    public async Task AWorker_WalksTheSixStepsInOrder_AndChangesTheLanguageOnTheWay()
    {
        var page = await fixture.OpenAsync(BrowserFixture.En);
        await page.ClickAsync(".path a");
        for (var step = 1; step < 6; step++)
        {
            await Expect(page.Locator("[aria-current=step]")).ToHaveTextAsync(new Regex($@"^\s*{step}\D"));
            if (step == 3)
            {
                await page.ClickAsync(".languages a");
                await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
            }

            await page.ClickAsync(".turn [rel=next]");
        }

        await page.ArriveAsync($"{BrowserFixture.Ru}/providers$");
        await Expect(page.Locator("h1")).ToContainTextAsync("Кто помогает");
    }

    [Fact]
    public async Task WithTheKeyboardAlone_OneSkipsToTheContent_SearchesAndOpensAProvider()
    {
        var page = await fixture.OpenAsync($"{BrowserFixture.En}/providers");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await TabToAsync(page, "e => e.id === 'q'");
        await page.Keyboard.TypeAsync("irkutsk");
        await TabToAsync(page, "e => e.id === 'need'");
        await page.Keyboard.TypeAsync("A lawyer");
        await TabToAsync(page, "e => e.id === 'free'");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "e => e.tagName === 'BUTTON'");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForFunctionAsync("() => document.getElementById('results').textContent === 'Results: 1'");
        await TabToAsync(page, "e => e.matches('.cards h3 a')");
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/maria$");
    }

    private static async Task TabToAsync(IPage page, string isIt)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"({isIt})(document.activeElement)"))
            {
                return;
            }
        }

        Assert.Fail($"Tab never reached {isIt}.");
    }
}
