using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure;
using ReferralDirectory.Web.Tests.Features.Admin;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>What the site answers at, asked of the site itself.</summary>
internal static class PublicEndpoints
{
    /// <summary>Every endpoint of the site, those of the admin area and of the API among them; not those of tests.</summary>
    public static IEnumerable<RouteEndpoint> All(TestSite site)
    {
        site.Services.GetRequiredService<LateAreas>().Open();
        return site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly != typeof(FaultController).Assembly);
    }

    /// <summary>An address of each public page, in English.</summary>
    public static IReadOnlyList<string> Pages(TestSite site)
    {
        var endpoints = All(site)
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
                && action.ControllerName != "Errors"
                && !AdminEndpoints.IsInArea(endpoint.RoutePattern.RawText!)
                && !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api", StringComparison.Ordinal)
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
