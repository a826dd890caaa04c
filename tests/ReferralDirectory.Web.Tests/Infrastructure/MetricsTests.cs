using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Metrics;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>What a collector is told: numbers, and nothing of a reader.</summary>
public sealed class MetricsTests
{
    private const string Canary = "canary7391";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACollector_IsToldNumbers_AndNothingOfAReader()
    {
        await using var collector = await MetricsReceiver.StartAsync(Cancel);
        using var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0", "--Metrics:Endpoint", collector.Address, "--Metrics:IntervalSeconds", "1");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = await process.ListeningAsync(Cancel) };
        client.DefaultRequestHeaders.Add("User-Agent", Canary);
        client.DefaultRequestHeaders.Add("Referer", $"http://{Canary}.example/");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        client.DefaultRequestHeaders.Add("Cookie", $"a={Canary}");
        await collector.UntilAsync(Cancel, "referral_directory.queue.size", "referral_directory.contacts", "never_confirmed", "revisions", "imports", "reports");

        (string Method, string Address)[] requests =
        [
            ("GET", $"/ru/russian-federation/providers?q={Canary}"),
            ("GET", "/ru/russian-federation"),
            ("GET", "/ru/russian-federation"),
            ("GET", $"/ru/russian-federation?{Canary}"),
            ("GET", "/ru/russian-federation/providers/maria"),
            ("GET", $"/{Canary}"),
            (Canary.ToUpperInvariant(), "/"),
            ("GET", $"/exit?{Canary}"),
            ("GET", $"/api/hsds/v3/services?search={Canary}"),
            ("GET", $"/admin/sign-in?returnUrl=/admin/{Canary}"),
        ];
        foreach (var (method, address) in requests)
        {
            using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), Cancel);
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError);
        }

        using var typed = await client.PostAsync("/ru/russian-federation/providers/found", new FormUrlEncodedContent([KeyValuePair.Create("q", Canary)]), Cancel);
        using var reported = await client.PostAsync("/ru/russian-federation/providers/maria/report", new FormUrlEncodedContent([KeyValuePair.Create("contact", Canary), KeyValuePair.Create("kind", "Wrong")]), Cancel);
        await collector.UntilAsync(Cancel, "referral_directory.request.duration", "referral_directory.search.duration", "referral_directory.pages.kept", "referral_directory.pages.rendered", "/providers/found", "/admin/sign-in", "/api/hsds/v3/services", "other", "/error");
        Assert.Equal(0, await process.StopAsync(Cancel));

        Assert.StartsWith("/v1/metrics", collector.Received, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, collector.Received, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("203.0.113.77", collector.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1:" + client.BaseAddress!.Port, collector.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("maria", collector.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("exit", collector.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("/report", collector.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("http.server", collector.Received, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, collector.Received, StringComparison.Ordinal);
    }

    [Fact, Trait("Database", "Either")]
    public async Task ACollectorThatNeverAnswers_StopsNoPage_AndNotTheEnd()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Which files a process has mapped is read from /proc.");
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0", "--Metrics:Endpoint", $"http://{silent.LocalEndpoint}", "--Metrics:IntervalSeconds", "1");
        using var client = new HttpClient { BaseAddress = await process.ListeningAsync(Cancel) };
        using var delivery = await silent.AcceptTcpClientAsync(Cancel);
        // What StartTests look for is found where it is used.
        Assert.Contains("OpenTelemetry.Exporter.OpenTelemetryProtocol", process.LoadedLibraries());

        for (var i = 0; i < 20; i++)
        {
            await client.GetStringAsync($"{SiteFixture.Ru}/providers?q={i}", Cancel);
        }

        var stopping = Stopwatch.StartNew();
        Assert.Equal(0, await process.StopAsync(Cancel));
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("ERR", process.Output, StringComparison.Ordinal);
    }

    [Fact, Trait("Database", "Either")]
    public void WhoeverHasToWaitAtTheDoor_IsCounted()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var slow = new SlowDown(TimeProvider.System, new SiteMeter(services.GetRequiredService<IMeterFactory>()), new CountedOutbox());
        var counted = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "referral_directory.sign_in.slowed" && instrument.Meter.Scope == services.GetRequiredService<IMeterFactory>())
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted += tags.Length == 0 ? value : 1000);
        listener.Start();

        var waits = Enumerable.Range(0, SlowDown.FreeForAccount + 5).Count(_ => slow.Begin(new DefaultHttpContext(), "account", null).Wait is not null);

        Assert.True(waits > 0);
        Assert.Equal(waits, counted);
    }
}
