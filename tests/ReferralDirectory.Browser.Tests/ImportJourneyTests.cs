using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>A table goes out, is changed as in a spreadsheet, and comes back; without scripts and on a phone.</summary>
public sealed class ImportJourneyTests(BrowserFixture fixture) : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ANumberChangedInATable_IsLookedAt_Sent_Approved_AndPublic()
    {
        var importer = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("importer@staff.example", Cancel), withScript: false);
        var reviewer = await fixture.SignInOnPhoneAsync(site, await site.NewReviewerAsync("reviewer@staff.example", Cancel), withScript: false);
        await importer.ChooseAsync(AriaRole.Link, "Organisations");
        await importer.ClickAsync("text=Export and import");
        var download = await importer.RunAndWaitForDownloadAsync(() => importer.ClickAsync("text=Table for a spreadsheet"));
        Assert.Matches(@"^organisations-\d{4}-\d\d-\d\d\.csv$", download.SuggestedFilename);
        var table = await File.ReadAllTextAsync(await download.PathAsync(), Cancel);

        await UploadAsync(importer, Edited(table));
        await importer.ClickAsync("text=Changed: 1");
        await Expect(importer.Locator(".changes .after").First).ToContainTextAsync("+7 902 123-45-67");
        await importer.ClickAsync("button:text-is('Send for review: 1')");
        await SettledAsync(importer);
        await Expect(importer.Locator("[role=status]")).ToContainTextAsync("Sent for review: 1");

        await importer.GotoAsync("/admin/review");
        await importer.ClickAsync(".rows h3 a");
        await Expect(importer.Locator("h1")).ToContainTextAsync("Crisis Center");
        await Expect(importer.Locator("button:text-is('Approve and publish')")).ToHaveCountAsync(0);

        await reviewer.GotoAsync("/admin/review");
        await reviewer.ClickAsync(".rows h3 a");
        await reviewer.ClickAsync("button:text-is('Approve and publish')");
        await reviewer.ClickAsync("text=See the public page");
        await Expect(reviewer.Locator("a[href='tel:+79021234567']")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task NoPage_HasAViolation_OrScrollsSideways(string language)
    {
        var page = await fixture.SignInAsync(site, await site.NewReviewerAsync("all@staff.example", Cancel));
        var download = await page.RunAndWaitForDownloadAsync(() => page.EvaluateAsync("location.assign('/admin/exports/organisations.csv')"));
        var table = await File.ReadAllTextAsync(await download.PathAsync(), Cancel);
        await page.ReadInAsync(language);

        await UploadAsync(page, Edited(table).Replace("+7812", "+78", StringComparison.Ordinal));
        await CheckAsync(page, "import-faults", language);
        await page.ClickAsync(".counts a[href$=Change]");
        await page.ArriveAsync("only=");
        await CheckAsync(page, "import-changes", language);
        await page.ClickAsync("button.second");
        await page.WaitForSelectorAsync("button.second", new() { State = WaitForSelectorState.Detached });
        await CheckAsync(page, "import-cancelled", language);
        await UploadAsync(page, "no table");
        await CheckAsync(page, "import-unreadable", language);
        await UploadAsync(page, Edited(table));
        await page.ClickAsync("form[action$=propose] button");
        await SettledAsync(page);
        await page.WaitForSelectorAsync("ol.rows p a");
        await CheckAsync(page, "import-sent", language);

        // As while it is read: the page looks again by itself, and would go away under axe.
        await site.AskAsync(db => db.Imports.Where(import => import.State == ImportState.Proposed).ExecuteUpdateAsync(set => set.SetProperty(import => import.State, ImportState.Reading), Cancel));
        await page.RouteAsync("**/admin/imports/*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Headers = answer.Headers.Where(header => header.Key != "refresh").ToDictionary() });
        });
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("progress");
        await CheckAsync(page, "import-working", language);
        await page.GotoAsync("/admin/imports");
        await CheckAsync(page, "imports", language);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // Somebody types a number as they are used to.
    private static string Edited(string table) =>
        table.Replace("'+79027638708", "8 (902) 123-45-67", StringComparison.Ordinal);

    private static async Task CheckAsync(IPage page, string name, string language) => Assert.Empty(await page.FaultsInEveryLookAsync($"{name}-{language}"));

    private async Task UploadAsync(IPage page, string file)
    {
        await page.GotoAsync("/admin/imports");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "table.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await page.ClickAsync("form[enctype] button");
        await page.ArriveAsync("/admin/imports/");
        await SettledAsync(page);
    }

    // The page looks again by itself; a reload asked for here could meet that one half way.
    private async Task SettledAsync(IPage page)
    {
        await site.Site.Services.GetRequiredService<ImportWorker>().SettleAsync();
        await page.WaitForSelectorAsync("main:not(:has(progress)) [role=status]");
    }
}
