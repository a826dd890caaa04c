using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

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

    private List<string> PageAddresses()
    {
        var endpoints = site.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
                && action.ControllerTypeInfo.Assembly != typeof(FaultController).Assembly
                && action.ControllerName != "Errors"
                && !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("admin", StringComparison.Ordinal)
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
