using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Every endpoint of the admin area, as the site itself lists them.</summary>
internal static partial class AdminEndpoints
{
    public static IReadOnlyList<(string Method, string Template)> Of(StaffSite site)
    {
        var endpoints = site.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            // Without methods it answers each of them.
            .Select(endpoint => (Methods: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"], Template: "/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
            .Where(endpoint => IsInArea(endpoint.Template))
            .SelectMany(endpoint => endpoint.Methods.Where(method => method != "HEAD").Select(method => (Method: method, endpoint.Template)))
            .Where(endpoint => endpoint.Template != "/admin/sign-out" || endpoint.Method == "POST")
            .ToList();
        Assert.True(endpoints.Count > 30);
        return endpoints;
    }

    /// <summary>True where a template belongs to the admin area; routing does not tell capitals from small letters.</summary>
    public static bool IsInArea(string template) => template.Trim('/').Split('/')[0].Equals("admin", StringComparison.OrdinalIgnoreCase);

    /// <summary>A template for each of the names that a part of an address may have.</summary>
    public static IEnumerable<string> Variants(string template) => Choice().Match(template) is { Success: true } choice
        ? choice.Groups[1].Value.Split('|').SelectMany(name => Variants(template.Replace(choice.Value, name.Replace(".+", "ru", StringComparison.Ordinal), StringComparison.Ordinal)))
        : [template];

    /// <summary>An address of an endpoint, with ids.</summary>
    /// <param name="variant">See <see cref="Variants"/>.</param>
    /// <param name="id">The id of a part by its name.</param>
    public static string Address(string variant, Func<string, Guid> id) =>
        Id().Replace(variant.Replace("{token}", "no-such-token", StringComparison.Ordinal), match => id(match.Groups[1].Value).ToString());

    /// <summary>True where an address leads to the endpoint.</summary>
    public static bool Matches(string template, string address) => Variants(template).Any(variant => Regex.IsMatch(
        address.Split('?')[0], $"^{Id().Replace(variant.Replace("{token}", "[^/]+", StringComparison.Ordinal), "[0-9a-f-]{36}")}$"));

    [GeneratedRegex(@"\{(\w+):guid\}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\{\w+:regex\(\^\(([^)]*)\)\$\)\}")]
    private static partial Regex Choice();
}
