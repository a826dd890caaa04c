using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.RateLimits;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>How often one address may ask.</summary>
public sealed class ApiLimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhoAsksTooOften_IsToldWhenToComeBack_AndNobodyElseIs()
    {
        var clock = new TestClock();
        await using var site = new TestSite(new Dictionary<string, string> { ["Api:RequestsPerMinute"] = "3" }, services => services.AddSingleton<TimeProvider>(clock)).Start();
        using var other = site.NewClient(IPAddress.Parse("127.0.0.2"));
        for (var left = 2; left >= 0; left--)
        {
            using var admitted = await site.Client.GetAsync($"{ApiSite.Root}/taxonomies", Cancel);
            Assert.Equal(HttpStatusCode.OK, admitted.StatusCode);
            Assert.StartsWith($"\"requests\";r={left};t=", Assert.Single(admitted.Headers.GetValues("RateLimit")), StringComparison.Ordinal);
        }

        using var refused = await site.Client.GetAsync($"{ApiSite.Root}/taxonomies", Cancel);
        using var page = await site.Client.GetAsync(SiteFixture.En, Cancel);
        using var others = await other.GetAsync($"{ApiSite.Root}/taxonomies", Cancel);
        clock.Advance(TimeSpan.FromMinutes(1));
        using var later = await site.Client.GetAsync($"{ApiSite.Root}/taxonomies", Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Equal("\"requests\";q=3;w=60", Assert.Single(refused.Headers.GetValues("RateLimit-Policy")));
        Assert.Equal("*", Assert.Single(refused.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, others.StatusCode);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task WholeLists_AndFiles_HaveALimitOfTheirOwn()
    {
        await using var site = new TestSite(new Dictionary<string, string> { ["Api:ExportsPerHour"] = "2" }).Start();
        foreach (var (address, status) in new[] { ("/api/downloads/directory.csv", 200), ("/api/hsds/v3/services?format=ndjson", 200), ("/api/hsds/v3/services?format=ndjson", 429), ("/api/downloads/directory.zip", 429), ("/api/hsds/v3/services?minimal=true", 429), ("/api/hsds/v3/services?minimal=true&modified_after=2026-01-31", 429), ("/api/hsds/v3/services?minimal=true&per_page=200", 200), ("/api/hsds/v3/services", 200) })
        {
            using var response = await site.Client.GetAsync(address, Cancel);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    /// <summary>Who asks often whether something changed does what docs/api.md asks for.</summary>
    [Theory]
    [InlineData("/api/downloads/directory.csv")]
    [InlineData("/api/hsds/v3/services?minimal=true")]
    public async Task WhatIsNotSent_IsNotCountedAsAnExport(string address)
    {
        await using var site = new TestSite(new Dictionary<string, string> { ["Api:ExportsPerHour"] = "1" }).Start();
        using var first = await site.Client.GetAsync(address, Cancel);
        for (var time = 0; time < 3; time++)
        {
            using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            using var same = await site.Client.SendAsync(again, Cancel);
            using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Cancel);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        }

        using var lines = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/hsds/v3/services?format=ndjson"), Cancel);
        using var second = await site.Client.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, lines.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType?.MediaType);
        Assert.Empty(second.Content.Headers.ContentEncoding);
        Assert.Null(second.Headers.ETag);
    }

    [Theory]
    [InlineData("10.1.2.3", "::ffff:10.1.2.3", true)]
    [InlineData("10.1.2.3", "10.1.2.4", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void AddressesOfOneHolder_ShareACount(string one, string two, bool isShared)
    {
        var limit = new RateLimit("requests", 1, TimeSpan.FromMinutes(1), TimeProvider.System);

        Assert.False(limit.Take(IPAddress.Parse(one)).IsOver);
        Assert.Equal(isShared, limit.Take(IPAddress.Parse(two)).IsOver);
    }

    [Fact]
    public async Task ManyAtOnce_AreCountedEach()
    {
        var limit = new RateLimit("requests", 50, TimeSpan.FromHours(1), TimeProvider.System);

        var states = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => limit.Take(IPAddress.Loopback))));

        Assert.Equal(50, states.Count(state => !state.IsOver));
    }
}
