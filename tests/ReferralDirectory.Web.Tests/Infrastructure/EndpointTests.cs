using System.Net;
using Microsoft.AspNetCore.Routing;
using ReferralDirectory.Web.Tests.Features.Admin;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>Walks over the public endpoints, so that a new one cannot be forgotten. For the others see AdminEndpointTests and ApiEndpointTests.</summary>
public sealed class EndpointTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPage_AnswersHeadLikeGet_WithoutABody()
    {
        foreach (var address in PublicEndpoints.Pages(site.Site))
        {
            using var get = await site.Client.GetAsync(address, Cancel);
            using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Cancel);

            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task EveryPage_RefusesUnsafeMethods_WithAPageThatHelps(string method)
    {
        foreach (var address in PublicEndpoints.Pages(site.Site))
        {
            using var response = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), Cancel);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Contains("tel:", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }

    /// <summary>The whole list of what takes more than a request for a page. It has no cookie to go with, and so no token.</summary>
    [Fact]
    public void WhatReadersCanSend_IsOnTheList()
    {
        var unsafeOnes = PublicEndpoints.All(site.Site).Where(endpoint => !AdminEndpoints.IsInArea(endpoint.RoutePattern.RawText!))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .Where(endpoint => !endpoint.StartsWith("GET ", StringComparison.Ordinal) && !endpoint.StartsWith("HEAD ", StringComparison.Ordinal));

        Assert.Equal(
            [
                "ANY /error", // Pages of errors, whatever was asked for.
                // Searches of other programs, which shall not stand in an address.
                "POST /api/hsds/v3/organizations",
                "POST /api/hsds/v3/service_at_locations",
                "POST /api/hsds/v3/services",
                "POST /api/hsds/v3/taxonomies",
                "POST /api/hsds/v3/taxonomy_terms",
                "POST /{language:language}/{country:country}/providers/found", // Words of a search, which shall not stand in an address.
                "POST /{language:language}/{country:country}/providers/{provider}/report",
            ],
            unsafeOnes.Distinct().Order(StringComparer.Ordinal));
    }
}
