using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Instances;

/// <summary>Two instances as processes, behind nginx, on one PostgreSQL database. <c>tests/load/instances</c> does the same for longer.</summary>
[Trait("Database", "PostgreSQL")]
public sealed class RollingRestartTests : IAsyncDisposable
{
    /// <summary>How often both are restarted; <c>tests/load/instances</c> sets it.</summary>
    private const string Rounds = "TESTS_ROUNDS";

    private const int Readers = 8;
    private const string Country = "/en/russian-federation";

    private static readonly string[] Paths = [Country, $"{Country}/providers?q=lawyer", $"{Country}/providers/maria", $"{Country}/providers?need=legal-help", "/ru/russian-federation/steps/assistance"];

    private const string OpenData = "/api/hsds/v3/organizations";

    private static readonly string[] NoLimit = ["--Api:RequestsPerMinute", "1000000000"];

    private readonly TempFolder folder = new();
    private readonly int[] ports = [Nginx.FreePort(), Nginx.FreePort()];
    private readonly SiteProcess?[] instances = new SiteProcess?[2];
    private readonly ConcurrentBag<string> failures = [];
    private int answered;

    public RollingRestartTests()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, $"Several instances need PostgreSQL: {TestDatabase.Provider} is not set to it. ./tests/run passes these tests.");
        Assert.True(Nginx.Find() is not null, "This needs nginx: install the package 'nginx-light', or run ./tests/run.");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoThatStartAtOnceOnAnEmptyDatabase_AreRestartedInTurn_UnderLoad_AndNoRequestFails()
    {
        TestDatabase.MakeEmpty(folder[SiteProcess.DatabaseFile]);
        var first = Stopwatch.StartNew();
        Start(0, NoLimit);
        Start(1, NoLimit);
        await ReadyAsync(0);
        await ReadyAsync(1);
        Console.WriteLine($"Measured: two instances that start at once on an empty database are ready after {first.ElapsedMilliseconds} ms.");
        // One of them loaded the content, and only one.
        Assert.Equal(1L, TestDatabase.Ask(folder[SiteProcess.DatabaseFile], "SELECT COUNT(*) FROM Countries"));
        Assert.Equal(1, Enumerable.Range(0, 2).Count(instance => instances[instance]!.Output.Contains("Content loaded", StringComparison.Ordinal)));

        using var nginx = new Nginx(ports);
        using var ended = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => ReadAsync(nginx, reader, ended.Token)));
        var longest = TimeSpan.Zero;
        for (var round = 0; round < int.Parse(Environment.GetEnvironmentVariable(Rounds) ?? "1", CultureInfo.InvariantCulture); round++)
        {
            for (var instance = 0; instance < 2; instance++)
            {
                var before = Volatile.Read(ref answered);
                var stopping = Stopwatch.StartNew();
                Assert.Equal(0, await instances[instance]!.StopAsync(Cancel));
                longest = stopping.Elapsed > longest ? stopping.Elapsed : longest;
                Start(instance, NoLimit);
                await ReadyAsync(instance);
                Assert.True(Volatile.Read(ref answered) > before, "Nothing was asked for meanwhile.");
            }
        }

        await ended.CancelAsync();
        await load;
        Console.WriteLine($"Measured: of {answered} requests by {Readers} readers during a rolling restart {failures.Count} failed; an instance ended within {longest.TotalMilliseconds:F0} ms.");
        Assert.True(failures.IsEmpty, $"{string.Join('\n', failures.Distinct().Take(10))}\n{nginx.Errors}");
        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task BehindNginx_TheSiteKnowsThatItIsReadByTls_AndByWhom()
    {
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        Start(0);
        await ReadyAsync(0);
        using var nginx = new Nginx(ports);
        using var client = nginx.NewClient();

        using var plain = await FirstAsync(client, new Uri(nginx.PlainAddress, $"{Country}/providers?q=x"));
        using var page = await FirstAsync(client, new Uri(nginx.Address, Country));
        using var health = await client.GetAsync(new Uri(nginx.Address, "/health/live"), Cancel);

        Assert.Equal(HttpStatusCode.PermanentRedirect, plain.StatusCode);
        Assert.Equal($"https://localhost{Country}/providers?q=x", plain.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.Contains("Strict-Transport-Security"));
        Assert.False(page.Headers.Contains("Server") && page.Headers.GetValues("Server").Any(server => server.Any(char.IsAsciiDigit)));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.DoesNotContain("X-Forwarded-For, which is not read", instances[0]!.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BehindNginx_WhoAsksForTheOpenDataTooOften_IsCountedOnce_HoweverManyInstancesThereAre()
    {
        const int most = 5;
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        Start(0, "--Api:RequestsPerMinute", $"{most}");
        Start(1, "--Api:RequestsPerMinute", $"{most}");
        await ReadyAsync(0);
        await ReadyAsync(1);
        using var nginx = new Nginx(ports);
        using var client = nginx.NewClient();

        List<HttpStatusCode> answers = [];
        for (var request = 0; request < most + 1; request++)
        {
            using var answer = await FirstAsync(client, new Uri(nginx.Address, OpenData));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, most), HttpStatusCode.TooManyRequests], answers);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
        {
            if (instance is not null)
            {
                await instance.DisposeAsync();
            }
        }

        folder.Dispose();
    }

    // nginx listens a moment after it was started.
    private static async Task<HttpResponseMessage> FirstAsync(HttpClient client, Uri address)
    {
        while (true)
        {
            try
            {
                return await client.GetAsync(address, Cancel);
            }
            catch (HttpRequestException problem) when (problem.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Yield();
            }
        }
    }

    private void Start(int instance, params string[] arguments) =>
        instances[instance] = new SiteProcess(folder, new Dictionary<string, string> { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" }, ["--urls", $"http://127.0.0.1:{ports[instance]}", .. arguments]);

    private async Task ReadyAsync(int instance)
    {
        var address = await instances[instance]!.ListeningAsync(Cancel);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(address, "/health/ready"), Cancel)).StatusCode);
    }

    private async Task ReadAsync(Nginx nginx, int reader, CancellationToken ended)
    {
        using var client = nginx.NewClient();
        (await FirstAsync(client, new Uri(nginx.Address, Country))).Dispose();
        for (var number = reader; !ended.IsCancellationRequested; number++)
        {
            var (isSearch, isOpenData) = (number % 4 == 3, number % 8 == 7);
            using var request = isSearch
                ? new HttpRequestMessage(HttpMethod.Post, new Uri(nginx.Address, isOpenData ? OpenData : $"{Country}/providers/found")) { Content = new FormUrlEncodedContent([new(isOpenData ? "search" : "q", "lawyer")]) }
                : new HttpRequestMessage(HttpMethod.Get, new Uri(nginx.Address, Paths[number % Paths.Length]));
            try
            {
                using var response = await client.SendAsync(request, Cancel);
                if (response.StatusCode != HttpStatusCode.OK || (await response.Content.ReadAsByteArrayAsync(Cancel)).Length == 0)
                {
                    failures.Add($"{request.Method} {request.RequestUri?.PathAndQuery}: {(int)response.StatusCode}");
                }
            }
            catch (HttpRequestException problem)
            {
                failures.Add($"{request.Method} {request.RequestUri?.PathAndQuery}: {problem.Message}");
            }

            Interlocked.Increment(ref answered);
        }
    }
}
