using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>A table goes out, is changed as in a spreadsheet, and comes back; without scripts and on a phone.</summary>
public sealed class ImportJourneyTests(BrowserFixture fixture) : IAsyncDisposable
{
    // Where to keep a picture of each page; nowhere unless it is set.
    private const string Pictures = "TESTS_PICTURES";

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
        await site.Site.Services.GetRequiredService<ImportWorker>().SettleAsync();
        await importer.ReloadAsync();
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
    [InlineData(360, "en", ColorScheme.Light)]
    [InlineData(1280, "ru", ColorScheme.Dark)]
    public async Task NoPage_HasAViolation_OrScrollsSideways(int width, string language, ColorScheme colours)
    {
        var page = await fixture.SignInAsync(site, await site.NewReviewerAsync("all@staff.example", Cancel), options =>
        {
            options.ViewportSize = new ViewportSize { Width = width, Height = 800 };
            options.ColorScheme = colours;
        });
        var download = await page.RunAndWaitForDownloadAsync(() => page.EvaluateAsync("location.assign('/admin/exports/organisations.csv')"));
        var table = Edited(await File.ReadAllTextAsync(await download.PathAsync(), Cancel)).Replace("+7812", "+78", StringComparison.Ordinal);
        if (language != "en")
        {
            await page.ClickAsync($"button[lang={language}]");
        }

        await UploadAsync(page, table);
        List<string> faults = [.. await CheckAsync(page, $"import-faults-{width}-{language}")];
        await page.ClickAsync(".counts a[href$=Change]");
        await page.WaitForURLAsync(address => address.Contains("only=", StringComparison.Ordinal));
        faults.AddRange(await CheckAsync(page, $"import-changes-{width}-{language}"));
        await UploadAsync(page, "no table");
        faults.AddRange(await CheckAsync(page, $"import-unreadable-{width}-{language}"));
        await page.GotoAsync("/admin/imports");
        faults.AddRange(await CheckAsync(page, $"imports-{width}-{language}"));
        Assert.Empty(faults);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // Somebody types a number as they are used to.
    private static string Edited(string table) =>
        table.Replace("'+79027638708", "8 (902) 123-45-67", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> CheckAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }

        return [.. (await page.FaultsAsync()).Select(fault => $"{name}: {fault}")];
    }

    private async Task UploadAsync(IPage page, string file)
    {
        await page.GotoAsync("/admin/imports");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "table.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await page.ClickAsync("form[enctype] button");
        await page.WaitForURLAsync(address => address.Contains("/admin/imports/", StringComparison.Ordinal));
        await site.Site.Services.GetRequiredService<ImportWorker>().SettleAsync();
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("[role=status]");
    }
}
