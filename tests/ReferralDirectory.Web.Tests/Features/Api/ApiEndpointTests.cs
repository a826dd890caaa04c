using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ReferralDirectory.Web.Tests.Features.Api;

/// <summary>Walks over every address of the open data, so that a new one cannot be forgotten.</summary>
public sealed class ApiEndpointTests(ApiSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryAddress_MayBeReadByOtherSites_SetsNoCookie_AndAnswersHeadLikeGet()
    {
        foreach (var address in await AddressesAsync())
        {
            using var get = await site.Client.GetAsync(address, Cancel);
            using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Cancel);

            Assert.Equal(HttpStatusCode.OK, get.StatusCode);
            AssertHeaders(get);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            AssertHeaders(head);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Theory]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("PATCH", 405)]
    [InlineData("GET", 404)]
    public async Task EveryError_IsAProblem_WithAllHeaders(string method, int status)
    {
        foreach (var address in await AddressesAsync())
        {
            using var response = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), status == 404 ? address.TrimEnd('/') + "/nothing-here" : address), Cancel);

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            AssertHeaders(response);
            if (status == 405)
            {
                Assert.Contains("GET", response.Content.Headers.Allow);
            }
        }
    }

    [Fact]
    public async Task ABrowserOfAnotherSite_IsToldThatItMayAsk()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, $"{ApiSite.Root}/services");
        request.Headers.Add("Origin", "https://other.example");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var response = await site.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("GET, HEAD, POST", Header(response, "Access-Control-Allow-Methods"));
        Assert.Contains("If-None-Match", Header(response, "Access-Control-Allow-Headers"), StringComparison.Ordinal);
        AssertHeaders(response);
    }

    [Theory]
    [InlineData("/api/hsds/v3/services?per_page=2&lang=ru", "public, no-cache", "public, max-age=1")]
    [InlineData("/api/hsds/v3/services?per_page=2", "public, no-cache", "no-store")]
    [InlineData("/api/hsds/v3/services?search=shelter&lang=ru", "no-cache, private", "no-store")]
    [InlineData("/api/hsds/v3/services?modified_after=2026-01-31&lang=ru", "no-cache, private", "no-store")]
    [InlineData("/api/downloads/directory.json?lang=ru", "public, no-cache", "public, max-age=1")]
    public async Task WhatHasNotChanged_IsNotSentAgain(string address, string caching, string cdn)
    {
        using var first = await site.Client.GetAsync(address, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("If-None-Match", first.Headers.ETag!.ToString());
        using var second = await site.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.All([first, second], response => Assert.Equal(caching, Header(response, "Cache-Control")));
        Assert.All([first, second], response => Assert.Equal(cdn, Header(response, "CDN-Cache-Control")));
        AssertHeaders(second);
    }

    [Theory]
    [InlineData("en", "en", "en")]
    [InlineData("ru", null, "ru")]
    [InlineData("ru, en;q=0.5", "en", "en")]
    [InlineData("fr", null, "en")]
    public async Task TheLanguage_IsTheOneAskedFor_AndIsStated(string accepted, string? asked, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{ApiSite.Root}/taxonomies{(asked is null ? "" : $"?lang={asked}")}");
        request.Headers.Add("Accept-Language", accepted);
        using var response = await site.Client.SendAsync(request, Cancel);

        Assert.Equal(expected, Assert.Single(response.Content.Headers.ContentLanguage));
        Assert.Contains(expected == "ru" ? "Виды помощи" : "Types of assistance", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/api/hsds/v3/services", "br")]
    [InlineData("/api/hsds/v3/services", "gzip")]
    [InlineData("/api/hsds/v3/services?format=ndjson", "br")]
    [InlineData("/api/hsds/v3/services?format=ndjson", "gzip")]
    [InlineData("/api/downloads/directory.json", "br")]
    [InlineData("/api/downloads/directory.csv", "br")]
    [InlineData("/api/downloads/directory.csv", "gzip")]
    public async Task Answers_AreCompressed_WhereTheClientTakesIt(string address, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", coding);
        using var response = await site.Client.SendAsync(request, Cancel);

        Assert.Equal(coding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    private async Task<List<string>> AddressesAsync()
    {
        // Where the area is opened only when somebody asks.
        (await site.Client.GetAsync(ApiSite.Root, Cancel)).Dispose();
        List<string> addresses = [];
        foreach (var route in site.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.StartsWith("/api", StringComparison.Ordinal))
            .Distinct())
        {
            addresses.Add(route.Contains("{id", StringComparison.Ordinal)
                ? $"{route[..route.IndexOf("/{id", StringComparison.Ordinal)]}/{(await site.AllAsync(route[ApiSite.Root.Length..route.IndexOf("/{id", StringComparison.Ordinal)]))[0].GetProperty("id")}"
                : route);
        }

        Assert.True(addresses.Count >= 16);
        Assert.DoesNotContain(addresses, address => address.Contains('{', StringComparison.Ordinal));
        return addresses;
    }

    private static void AssertHeaders(HttpResponseMessage response)
    {
        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("cross-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.StartsWith("default-src 'none';", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Matches("(^|, )\"requests\";q=100000;w=60(,|$)", Header(response, "RateLimit-Policy"));
        Assert.Matches("(^|, )\"requests\";r=\\d+;t=\\d+", Header(response, "RateLimit"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
        if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.NotModified)
        {
            Assert.Equal("no-store", Header(response, "Cache-Control"));
            Assert.Equal("no-store", Header(response, "CDN-Cache-Control"));
        }
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : throw new InvalidOperationException($"{response.RequestMessage?.RequestUri} lacks {name}.");
}
