using System.Net;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Infrastructure;

/// <summary>The admin area and the open data are not there before somebody asks for one of them; and then both are, for all who ask.</summary>
public sealed class LateAreasTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheLateAreas_AreUnknownToRouting_UntilSomebodyAsksForOne()
    {
        await using var site = new TestSite().Start();
        using var page = await site.Client.GetAsync(SiteFixture.Ru, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.NotEmpty(Addresses(site));
        Assert.DoesNotContain(Addresses(site), IsLate);
        var before = Addresses(site);

        using var signIn = await site.Client.GetAsync("/admin/sign-in", Cancel);

        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
        Assert.Contains(Addresses(site), IsOfStaff);
        Assert.Contains(Addresses(site), IsOfOpenData);
        // Now all types of the site were looked through: no other controller was missing before.
        Assert.Equal(before.Order(StringComparer.Ordinal), Addresses(site).Where(address => !IsLate(address)).Order(StringComparer.Ordinal));
        using var other = await site.Client.GetAsync(SiteFixture.Ru + "/providers", Cancel);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task TheOpenData_AsTheFirstRequest_IsAnswered()
    {
        await using var site = new TestSite().Start();

        using var list = await site.Client.GetAsync("/api/hsds/v3/services", Cancel);

        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
    }

    [Fact]
    public async Task AStart_ReadsNoMoreActionsThanThePublicPagesHave()
    {
        await using var site = new TestSite().Start();

        // An area with more than a few actions of its own is a late one: see docs/architecture.md.
        Assert.InRange(Addresses(site).Count, 10, 30);
    }

    [Fact]
    public async Task AsFirstRequests_ManyAtOnceForTheAdminArea_AreAllAnswered_AndItIsReadOnce()
    {
        var readings = new Readings();
        await using var site = new TestSite(services: services => services.AddSingleton<IActionDescriptorProvider>(readings)).Start();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.Client.GetAsync("/admin/sign-in", Cancel)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        // At the start without, then with it.
        Assert.Equal(2, readings.Count);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    private static List<string> Addresses(TestSite site) =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))];

    private static bool IsLate(string address) => IsOfStaff(address) || IsOfOpenData(address);

    private static bool IsOfOpenData(string address) => address.StartsWith("/api", StringComparison.Ordinal);

    private static bool IsOfStaff(string address) => address.StartsWith("/admin", StringComparison.Ordinal);

    private sealed class Readings : IActionDescriptorProvider
    {
        private int count;

        public int Count => count;

        public int Order => 0;

        public void OnProvidersExecuting(ActionDescriptorProviderContext context) => Interlocked.Increment(ref count);

        public void OnProvidersExecuted(ActionDescriptorProviderContext context)
        {
        }
    }
}
