using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using ReferralDirectory.Browser.Tests;
using ReferralDirectory.Testing;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace ReferralDirectory.Browser.Tests;

/// <summary>The machine's Chromium, the site, and a neutral site to leave to.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    public const string En = "/en/russian-federation";

    public const string Ru = "/ru/russian-federation";

    /// <summary>Set by <c>tests/run</c>: there a missing browser is a failure.</summary>
    private const string Required = "TESTS_REQUIRE_EVERYTHING";

    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // Tests of one class run one after the other.
    private readonly ConcurrentDictionary<string, (string Test, List<IBrowserContext> Profiles)> open = new();
    private IPlaywright? playwright;
    private IBrowser? browser;
    private WebApplication? elsewhere;
    private TestSite? site;

    /// <summary>The page that leaving leads to.</summary>
    public string Elsewhere { get; private set; } = "";

    public Uri Address => site!.Address;

    public HttpClient Client => site!.Client;

    public async ValueTask InitializeAsync()
    {
        if (FindChromium() is not { } chromium)
        {
            return;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        elsewhere = builder.Build();
        elsewhere.MapGet("/", () => Results.Text("<!doctype html><title>Weather</title><p>Sunny", "text/html"));
        await elsewhere.StartAsync();
        Elsewhere = elsewhere.Urls.First() + "/";

        site = new TestSite(new Dictionary<string, string> { ["Site:ExitAddress"] = Elsewhere }).Start();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Arguments });
    }

    /// <summary>A tab of a new, empty browser profile, at the site's address. It is closed when the next test of the class opens one.</summary>
    public async Task<IPage> OpenAsync(string address, Action<BrowserNewContextOptions>? change = null)
    {
        if (browser is null)
        {
            const string reason = "These tests need Chromium: install the package 'chromium', or set CHROMIUM to the path of the program.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable(Required) is "1", reason);
            Assert.Fail(reason);
        }

        var options = new BrowserNewContextOptions { BaseURL = Address.ToString() };
        change?.Invoke(options);
        var context = await browser.NewContextAsync(options);
        await KeepAsync(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Every public page, and those that are not in the sitemap: filtered, searched, not found.</summary>
    public async Task<IReadOnlyList<string>> AddressesAsync() => site is null ? [En] :
    [
        .. await PublicPages.AllAsync(Client, TestContext.Current.CancellationToken),
        $"{En}/providers?need=legal-help&place=irkutsk&free=1",
        $"{Ru}/providers?q=приют",
        $"{Ru}/providers?q=qqqq",
        $"{En}/providers/nobody",
        $"{Ru}/providers/nobody",
        "/api?lang=en",
        "/api?lang=ru",
    ];

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (elsewhere is not null)
        {
            await elsewhere.DisposeAsync();
        }

        if (site is not null)
        {
            await site.DisposeAsync();
        }
    }

    // A hundred tabs that nobody looks at any more make the browser slow.
    private async Task KeepAsync(IBrowserContext context)
    {
        var (test, testClass) = (TestContext.Current.Test!.UniqueID, TestContext.Current.TestClass!.UniqueID);
        var (owner, profiles) = open.GetValueOrDefault(testClass, (test, []));
        if (owner != test)
        {
            foreach (var earlier in profiles)
            {
                await earlier.DisposeAsync();
            }

            profiles = [];
        }

        profiles.Add(context);
        open[testClass] = (test, profiles);
    }

    private static string? FindChromium()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
        {
            return named;
        }

        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
