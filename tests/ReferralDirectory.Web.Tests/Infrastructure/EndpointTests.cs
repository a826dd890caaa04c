using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Web.Tests.Features.Admin;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>Walks over the public endpoints, so that a new one cannot be forgotten. For the others see AdminEndpointTests.</summary>
public sealed class EndpointTests(SiteFixture site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPage_AnswersHeadLikeGet_WithoutABody()
    {
        foreach (var address in PageAddresses())
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
        foreach (var address in PageAddresses())
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
        var unsafeOnes = Endpoints().Where(endpoint => !AdminEndpoints.IsInArea(endpoint.RoutePattern.RawText!))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .Where(endpoint => !endpoint.StartsWith("GET ", StringComparison.Ordinal) && !endpoint.StartsWith("HEAD ", StringComparison.Ordinal));

        Assert.Equal(
            [
                "ANY /error", // Pages of errors, whatever was asked for.
                "POST /{language:language}/{country:country}/providers/found", // Words of a search, which shall not stand in an address.
                "POST /{language:language}/{country:country}/providers/{provider}/report",
            ],
            unsafeOnes.Distinct().Order(StringComparer.Ordinal));
    }

    private IEnumerable<RouteEndpoint> Endpoints() => site.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly != typeof(FaultController).Assembly);

    private List<string> PageAddresses()
    {
        var endpoints = Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
                && action.ControllerName != "Errors"
                && !AdminEndpoints.IsInArea(endpoint.RoutePattern.RawText!)
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
                .Replace("{language:language}", "en", StringComparison.Ordinal)
                .Replace("{country:country}", "russian-federation", StringComparison.Ordinal)
                .Replace("{step:step}", "encounter", StringComparison.Ordinal)
                .Replace("{provider}", "alternative", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.True(endpoints.Count > 10);
        Assert.DoesNotContain(endpoints, address => address.Contains('{', StringComparison.Ordinal));
        return endpoints;
    }
}
