using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>Public pages are found before routing; it must not matter by which of the two.</summary>
public sealed class PublicPageRoutesTests(SiteFixture site)
{
    private static readonly string[] Odd =
    [
        "/", "/ru", "/xx/russian-federation", "/ru/atlantis", "/RU/russian-federation", "/ru/Russian-Federation", "/ru/russian-federation/",
        "/ru/russian-federation//", "//ru/russian-federation", "/ru//russian-federation", "/ru/russian-federation/PROVIDERS", "/ru/russian-federation/providers/",
        "/ru/russian-federation/providers/found", "/ru/russian-federation/providers/nobody", "/ru/russian-federation/providers/alternative/contact.vcf",
        "/ru/russian-federation/providers/a%2Fb", "/ru/russian-federation/providers/%20", "/ru/russian-federation/providers/%D0%B4", "/ru/russian-federation/steps",
        "/ru/russian-federation/steps/providers", "/ru/russian-federation/steps/none", "/ru/russian-federation/steps/encounter/more", "/ru/russian-federation/nothing",
        "/ru/russian-federation;a", "/ru/russian-federation/.", "/robots.txt", "/error", "/health/live", "/admin",
    ];

    [Fact]
    public async Task EveryAddress_LeadsToTheSamePage_AsByRouting()
    {
        var services = site.Site.Services;
        var routing = new ApplicationBuilder(services);
        // As WebApplication does, so that routing here finds what the site has and adds nothing to it.
        routing.Properties["__GlobalEndpointRouteBuilder"] = new SiteEndpoints(services);
        routing.UseRouting();
        routing.Run(_ => Task.CompletedTask);
        var byRouting = routing.Build();
        var before = ActivatorUtilities.CreateInstance<PublicPageRoutes>(services, (RequestDelegate)(_ => Task.CompletedTask));

        var pages = await PublicPages.AllAsync(site.Client, TestContext.Current.CancellationToken);
        foreach (var address in pages.Concat(Odd))
        {
            var expected = await FindAsync(byRouting, address);
            Assert.Equal($"{address}: {expected}", $"{address}: {await FindAsync(before.InvokeAsync, address)}");
            Assert.Equal(pages.Contains(address), expected.Length > 0 && !Odd.Contains(address));
        }

        async Task<string> FindAsync(RequestDelegate finder, string address)
        {
            await using var scope = services.CreateAsyncScope();
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            context.Request.Method = HttpMethods.Get;
            context.Request.Path = PathString.FromUriComponent(address);
            await finder(context);
            return context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<PublicPageAttribute>() is not null
                ? $"{endpoint.RoutePattern.RawText} {string.Join(", ", context.Request.RouteValues.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"))}"
                : "";
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task OtherMethods_AreLeftToRouting(string method)
    {
        var middleware = ActivatorUtilities.CreateInstance<PublicPageRoutes>(site.Site.Services, (RequestDelegate)(_ => Task.CompletedTask));
        var context = new DefaultHttpContext { RequestServices = site.Site.Services };
        context.Request.Method = method;
        context.Request.Path = SiteFixture.Ru;

        await middleware.InvokeAsync(context);

        Assert.Null(context.GetEndpoint());
    }

    private sealed class SiteEndpoints(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [services.GetRequiredService<EndpointDataSource>()];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
