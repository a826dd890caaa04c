using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>Translations are kept, on a phone and without scripts.</summary>
public sealed class TranslationJourneyTests(BrowserFixture fixture) : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnOutdatedText_IsFoundOnTheOverview_TranslatedBesideItsOriginal_AndPublic()
    {
        var page = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("translates@staff.example", Cancel), withScript: false);
        var entry = $"/admin/organisations/{await site.OrganisationAsync("maria")}";
        await page.GotoAsync(entry);
        await page.GetByRole(AriaRole.Link, new() { Name = "What it offers" }).ClickAsync();
        await page.Locator("main a[href*='/services/']").First.ClickAsync();
        await page.Locator("[name$='.Description[en]']").FillAsync("A shelter for women and their children.");
        await SaveAndPublishAsync(page, entry);

        await page.GotoAsync("/admin");
        await page.GetByRole(AriaRole.Link, new() { Name = "Original has changed 1" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Translations");
        await page.Locator(".rows a").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Translation: Русский");
        var description = page.GetByRole(AriaRole.Group, new() { Name = "Safe accommodation: In plain words" });
        await Expect(description).ToContainTextAsync("A shelter for women and their children.");
        await description.GetByRole(AriaRole.Textbox).FillAsync("Приют для женщин и их детей.");
        await SaveAndPublishAsync(page, entry);

        var reader = await fixture.OpenAsync(new Uri(site.Site.Address, "/ru/russian-federation/providers/maria").ToString());
        await Expect(reader.Locator("main")).ToContainTextAsync("Приют для женщин и их детей.");
        await page.GotoAsync("/admin");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Original has changed" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task NoPage_HasAViolation_OrScrollsSideways(string language)
    {
        var maria = await site.AskAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync(o => o.Slug == Slug.Parse("maria"), Cancel);
            organisation.Name = new LocalisedText(organisation.Name.Translations.Select(text => text.OfHash is null ? text : text with { OfHash = Translation.HashOf("Before") }));
            await db.SaveChangesAsync(Cancel);
            return organisation.Id;
        });
        await site.Site.Services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(Cancel);
        var page = await fixture.SignInAsync(site, await site.NewReviewerAsync("axe@staff.example", Cancel));
        await page.ReadInAsync(language);
        foreach (var (name, address) in new[] { ("overview-translations", "/admin"), ("translations", "/admin/translations"), ("translation", $"/admin/organisations/{maria}/translation-ru") })
        {
            await page.GotoAsync(address);
            Assert.Empty(await page.FaultsInEveryLookAsync($"{name}-{language}"));
        }

        // Somebody published something else since this draft was begun.
        await page.Locator("textarea[lang=ru]").First.FillAsync("Другие слова.");
        await page.Locator("form.admin .buttons button").ClickAsync();
        await Expect(page.Locator(".done")).ToHaveCountAsync(1);
        var other = (await site.NewReviewerAsync("other@staff.example", Cancel)).Browser;
        var (entry, languages) = ($"/admin/organisations/{maria}", $"/admin/organisations/{maria}/languages");
        await other.SubmitAsync(languages, languages, ("LanguagesSpoken", "uz"));
        var check = (await other.GetAsync(entry)).Page.QuerySelector("a.button")!.GetAttribute("href")!;
        await FilledForm.With((await other.GetAsync(check)).Page, "Publish now").PressAsync(other, "Publish now");
        await page.GotoAsync($"{entry}/translation-ru");
        await Expect(page.Locator($"main a[href$='/conflict']")).ToHaveCountAsync(1);
        Assert.Empty(await page.FaultsInEveryLookAsync($"translation-overtaken-{language}"));

        // The original was changed while a step was translated.
        var step = await site.AskAsync(db => db.StepTexts.Where(text => text.Language == LanguageTag.Parse("ru")).Select(text => text.Id).FirstAsync(Cancel));
        await page.GotoAsync($"/admin/steps/{step}");
        await page.EvaluateAsync("document.querySelector('[name=of]').value = 'another'");
        await page.Locator("form.admin button[value=check]").ClickAsync();
        await Expect(page.Locator(".errors")).ToHaveCountAsync(1);
        Assert.Empty(await page.FaultsInEveryLookAsync($"step-original-changed-{language}"));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task SaveAndPublishAsync(IPage page, string entry)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".done")).ToHaveCountAsync(1);
        await page.GotoAsync(entry);
        await page.Locator("a.button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "See the public page" })).ToHaveCountAsync(1);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
