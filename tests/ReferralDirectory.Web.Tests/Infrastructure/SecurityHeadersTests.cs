using System.Net;
using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Infrastructure;

public sealed class SecurityHeadersTests(SiteFixture site)
{
    private static readonly Dictionary<string, string> OnEveryAnswer = new()
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Cross-Origin-Embedder-Policy"] = "require-corp",
        ["X-Frame-Options"] = "DENY",
        ["X-Permitted-Cross-Domain-Policies"] = "none",
        ["Referrer-Policy"] = "no-referrer",
        ["Cache-Control"] = "no-store",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, HttpStatusCode> Answers => new()
    {
        { "GET", "/", HttpStatusCode.SeeOther },
        { "GET", "/exit", HttpStatusCode.SeeOther },
        { "GET", "/en/russian-federation", HttpStatusCode.OK },
        { "HEAD", "/en/russian-federation", HttpStatusCode.OK },
        { "GET", "/favicon.ico", HttpStatusCode.OK },
        { "GET", "/robots.txt", HttpStatusCode.OK },
        { "GET", "/sitemap.xml", HttpStatusCode.OK },
        { "GET", "/health/live", HttpStatusCode.OK },
        { "GET", "/health/ready", HttpStatusCode.OK },
        { "GET", "/en/russian-federation/providers/alternative/contact.vcf", HttpStatusCode.OK },
        { "GET", "/en/russian-federation/providers?need=a&need=b", HttpStatusCode.BadRequest },
        { "GET", "/nothing-here", HttpStatusCode.NotFound },
        { "GET", "/error", HttpStatusCode.NotFound },
        { "POST", "/en/russian-federation", HttpStatusCode.MethodNotAllowed },
        { "TRACE", "/en/russian-federation", HttpStatusCode.MethodNotAllowed },
        { "GET", "/test/fault", HttpStatusCode.InternalServerError },
        { "GET", "/test/bad-request", HttpStatusCode.RequestEntityTooLarge },
        { "GET", "/test/status/304", HttpStatusCode.NotModified },
        { "GET", "/test/status/401", HttpStatusCode.Unauthorized },
        { "GET", "/test/status/403", HttpStatusCode.Forbidden },
        { "GET", "/test/status/429", HttpStatusCode.TooManyRequests },
        { "GET", "/test/status/503", HttpStatusCode.ServiceUnavailable },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task EveryAnswer_OfEveryStatus_HasAllHeaders(string method, string address, HttpStatusCode expected)
    {
        using var response = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), Cancel);

        Assert.Equal(expected, response.StatusCode);
        AssertHeaders(response);
    }

    [Fact]
    public async Task EveryPublicPage_HasAllHeaders()
    {
        foreach (var page in await PublicPages.AllAsync(site.Client, Cancel))
        {
            using var response = await site.Client.GetAsync(page, Cancel);
            AssertHeaders(response);
        }
    }

    [Fact]
    public async Task ContentSecurityPolicy_AllowsExactlyTheStyleAndScriptOfThePage()
    {
        using var response = await site.Client.GetAsync(SiteFixture.Ru, Cancel);
        var page = await response.ReadPageAsync(Cancel);

        var style = Hash(Assert.Single(page.QuerySelectorAll("style")).TextContent);
        var script = Hash(Assert.Single(page.QuerySelectorAll("script")).TextContent);
        Assert.Equal(
            $"default-src 'none'; style-src '{style}'; script-src '{script}'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            Header(response, "Content-Security-Policy"));

        static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    [Fact]
    public async Task PermissionsPolicy_DeniesEverythingItNames()
    {
        using var response = await site.Client.GetAsync(SiteFixture.En, Cancel);

        var features = Header(response, "Permissions-Policy").Split(", ");
        Assert.All(features, feature => Assert.EndsWith("=()", feature, StringComparison.Ordinal));
        Assert.Contains("geolocation=()", features);
        Assert.Contains("camera=()", features);
        Assert.Contains("microphone=()", features);
        Assert.Contains("publickey-credentials-get=()", features);
    }

    [Theory]
    [InlineData("/en/russian-federation", "noarchive", "public, max-age=1")]
    [InlineData("/en/russian-federation/providers?need=legal-help", "noindex, noarchive", "public, max-age=1")]
    [InlineData("/en/russian-federation/providers?q=shelter", "noindex, noarchive", "no-store")]
    [InlineData("/exit", "noindex, noarchive", "no-store")]
    [InlineData("/nothing-here", "noindex, noarchive", "no-store")]
    [InlineData("/health/ready", "noarchive", "no-store")]
    public async Task RobotsAndCdn_AreToldWhatTheyMayKeep(string address, string robots, string cdn)
    {
        using var response = await site.Client.GetAsync(address, Cancel);

        Assert.Equal(robots, Header(response, "X-Robots-Tag"));
        Assert.Equal(cdn, Header(response, "CDN-Cache-Control"));
    }

    [Fact]
    public async Task Https_IsAskedForForAYear_WhereTheRequestCameByIt()
    {
        await using var secure = new SecureSite();
        using var overHttps = await secure.Client.GetAsync(SiteFixture.En, Cancel);
        using var overHttp = await site.Client.GetAsync(SiteFixture.En, Cancel);

        Assert.Equal(HttpStatusCode.OK, overHttps.StatusCode);
        Assert.Equal("max-age=31536000", Header(overHttps, "Strict-Transport-Security"));
        Assert.False(overHttp.Headers.Contains("Strict-Transport-Security"));
    }

    private static void AssertHeaders(HttpResponseMessage response)
    {
        Assert.All(OnEveryAnswer, expected => Assert.Equal(expected.Value, Header(response, expected.Key)));
        Assert.StartsWith("default-src 'none';", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.NotEmpty(Header(response, "Permissions-Policy"));
        Assert.NotEmpty(Header(response, "X-Robots-Tag"));
        Assert.NotEmpty(Header(response, "CDN-Cache-Control"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? Assert.Single(values)
            : throw new InvalidOperationException($"{response.RequestMessage?.RequestUri} lacks {name}.");
}
