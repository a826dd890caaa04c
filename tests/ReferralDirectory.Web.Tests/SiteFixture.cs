using ReferralDirectory.Testing;
using ReferralDirectory.Web.Tests;

[assembly: AssemblyFixture(typeof(SiteFixture))]

namespace ReferralDirectory.Web.Tests;

/// <summary>One site for all tests that only read.</summary>
public sealed class SiteFixture : IAsyncDisposable
{
    public const string ExitAddress = "https://weather.example/today";

    public const string En = "/en/russian-federation";

    public const string Ru = "/ru/russian-federation";

    public TestSite Site { get; } = new TestSite(new Dictionary<string, string> { ["Site:ExitAddress"] = ExitAddress }, FaultController.Add).Start();

    public HttpClient Client => Site.Client;

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
