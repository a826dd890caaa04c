using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Infrastructure;

public sealed class PrivacyTests(SiteFixture site)
{
    /// <summary>Where the reader sits: an address of this machine that nothing else uses.</summary>
    private const string ReaderAddress = "127.0.77.91";

    private const string Canary = "canary7391";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoPublicPage_SetsACookieOrLoadsAnything()
    {
        foreach (var address in await PublicPages.AllAsync(site.Client, Cancel))
        {
            using var response = await site.Client.GetAsync(address, Cancel);
            Assert.False(response.Headers.Contains("Set-Cookie"), address);

            var page = await response.ReadPageAsync(Cancel);
            Assert.Empty(page.QuerySelectorAll("[src], iframe, object, embed, link[rel=stylesheet], [style], [onclick]"));
            Assert.Equal(["/favicon.ico"], page.Hrefs("link[href]"));
        }
    }

    [Fact]
    public async Task EveryLinkToAnotherSite_TellsItNothing()
    {
        var linksOut = 0;
        foreach (var address in await PublicPages.AllAsync(site.Client, Cancel))
        {
            var page = await site.Client.GetPageAsync(address, Cancel);
            foreach (var link in page.QuerySelectorAll("a[href^=http]"))
            {
                Assert.Equal("noreferrer noopener", link.GetAttribute("rel"));
                linksOut++;
            }
        }

        Assert.Equal(30, linksOut);
    }

    [Fact]
    public async Task NothingOfAReader_IsWrittenAnywhere()
    {
        using var folder = new TempFolder();
        await using var process = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = ConnectFromReaderAsync }) { BaseAddress = await process.ListeningAsync(Cancel) };
        client.DefaultRequestHeaders.Add("User-Agent", Canary);
        client.DefaultRequestHeaders.Add("Referer", $"http://{Canary}.example/");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        client.DefaultRequestHeaders.Add("Cookie", $"a={Canary}");
        client.DefaultRequestHeaders.Add("Accept-Language", $"en, {Canary}");

        (string Method, string Address)[] requests =
        [
            ("GET", $"/en/russian-federation/providers?q={Canary}"),
            ("GET", $"/en/russian-federation/providers?need={Canary}"),
            ("GET", $"/en/russian-federation/providers?q={Canary}&q={Canary}"),
            ("GET", $"/{Canary}"),
            ("POST", $"/en/russian-federation?{Canary}"),
            (Canary.ToUpperInvariant(), "/"),
            ("GET", $"/exit?{Canary}"),
            ("GET", $"/api/hsds/v3/services?search={Canary}"),
            ("GET", $"/api/hsds/v3/services?{Canary}=1"),
            ("GET", "/health/ready"),
        ];
        foreach (var (method, address) in requests)
        {
            using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), Cancel);
            Assert.True(response.StatusCode < HttpStatusCode.InternalServerError);
        }

        using var typed = await client.PostAsync("/ru/russian-federation/providers/found", new FormUrlEncodedContent([KeyValuePair.Create("q", Canary)]), Cancel);
        Assert.Equal(HttpStatusCode.OK, typed.StatusCode);

        // Words that should stand in no address; bodies that cannot be read, and one that is too long.
        HttpContent[] bodies =
        [
            new FormUrlEncodedContent([KeyValuePair.Create("search", Canary)]),
            new FormUrlEncodedContent([KeyValuePair.Create(Canary, Canary)]),
            new StringContent($"--x\r\nContent-Disposition: form-data; name=\"search\"\r\n\r\n{Canary}") { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } },
            new StringContent($$"""{ "search": "{{Canary}}" }""", null, "application/json"),
            new FormUrlEncodedContent([KeyValuePair.Create("search", string.Concat(Enumerable.Repeat(Canary, 1000)))]),
        ];
        List<HttpStatusCode> statuses = [];
        foreach (var body in bodies)
        {
            using var searched = await client.PostAsync("/api/hsds/v3/services", body, Cancel);
            statuses.Add(searched.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.RequestEntityTooLarge], statuses);

        Assert.Equal(0, await process.StopAsync(Cancel));

        Assert.Contains("GET /health/ready 200", process.Output, StringComparison.Ordinal);
        Assert.Contains(" 404 in ", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("/providers 200", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("/providers/found 200", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("exit", process.Output, StringComparison.OrdinalIgnoreCase);
        AssertNothingOfTheReader(process.Output);
        var stored = StoredTexts.In(folder[SiteProcess.DatabaseFile]);
        Assert.Contains(stored, text => text.Contains("russian-federation", StringComparison.Ordinal));
        Assert.All(stored, AssertNothingOfTheReader);

        static void AssertNothingOfTheReader(string text)
        {
            Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("203.0.113.77", text, StringComparison.Ordinal);
            Assert.DoesNotContain(ReaderAddress, text, StringComparison.Ordinal);
        }
    }

    private static async ValueTask<Stream> ConnectFromReaderAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(ReaderAddress), 0));
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
