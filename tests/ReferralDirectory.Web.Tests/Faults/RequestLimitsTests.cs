using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>Requests that are too much, by sockets: nothing between the test and the server puts them right.</summary>
[Trait("Database", "Either")]
public sealed class RequestLimitsTests(RequestLimitsTests.OpenSite open) : IClassFixture<RequestLimitsTests.OpenSite>
{
    private const string Public = $"{SiteFixture.En}/providers";
    private const string Api = "/api";
    private const string SignIn = "/admin/sign-in";
    private const int MoreThanTheServerTakes = 40_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Pages { get; } = [Public, Api, $"{Api}/hsds/v3/organizations", SignIn];

    public static TheoryData<string> Forms { get; } = [$"{Public}/found", $"{Public}/maria/report", Api, SignIn, "/admin/answer"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task TooLongAQuery(string page) => Assert.Equal(414, await StatusAsync(Get($"{page}?q={new string('a', 9000)}")));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task ALongQuery_ThatTheServerTakes_IsNoFaultOfOurs(string page) => Assert.InRange(await StatusAsync(Get($"{page}?q={new string('a', 7000)}&{new string('&', 800)}")), 200, 499);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task AnOverLongPath(string page)
    {
        Assert.Equal(414, await StatusAsync(Get($"{page}/{new string('a', 9000)}")));
        Assert.InRange(await StatusAsync(Get($"{page}/{new string('a', 7000)}")), 400, 499);
        Assert.InRange(await StatusAsync(Get($"{page}{string.Concat(Enumerable.Repeat("/a", 3500))}")), 400, 499);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task TooManyHeaders(string page) =>
        Assert.Equal(431, await StatusAsync(Get(page, string.Concat(Enumerable.Range(0, 120).Select(i => $"X-{i}: a\r\n")))));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task TooLargeAHeader(string page)
    {
        Assert.Equal(431, await StatusAsync(Get(page, $"X-A: {new string('a', 40_000)}\r\n")));
        Assert.Equal(431, await StatusAsync(Get(page, $"Cookie: {string.Join("; ", Enumerable.Range(0, 3000).Select(i => $"c{i}={i:D8}"))}\r\n")));
        // Within the limit, and nobody's idea of a language or a cookie.
        Assert.InRange(await StatusAsync(Get(page, $"Accept-Language: {string.Concat(Enumerable.Repeat("x-y;q=0.1,", 2000))}\r\n")), 200, 499);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task InvalidPercentEncoding(string page)
    {
        foreach (var wrong in new[] { "%", "%z", "%zz", "%e0%80%af", "%ff%fe", "%c0%ae%c0%ae", "%2", "%00" })
        {
            Assert.InRange(await StatusAsync(Get($"{page}/{wrong}")), 400, 499);
            Assert.InRange(await StatusAsync(Get($"{page}?q={wrong}&{wrong}={wrong}")), 200, 499);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task ABodyOverTheLimit(string form)
    {
        Assert.InRange(await StatusAsync(Post(form, $"Content-Length: {MoreThanTheServerTakes}\r\n"), MoreThanTheServerTakes), 400, 499);
        Assert.InRange(await StatusAsync(Post(form, $"Content-Length: {long.MaxValue}\r\n"), 1000), 400, 499);
        Assert.InRange(await StatusAsync(Post(form, "Content-Length: 3000000\r\n"), 3_000_000), 400, 499);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task ABodyOfChunks_OverTheLimit_OrThatAreNone(string form)
    {
        Assert.InRange(await StatusAsync(Post(form, "Transfer-Encoding: chunked\r\n") + $"{MoreThanTheServerTakes:x}\r\n", MoreThanTheServerTakes), 400, 499);
        Assert.InRange(await StatusAsync(Post(form, "Transfer-Encoding: chunked\r\n") + "nothing\r\n"), 400, 499);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task TooManyFields(string form)
    {
        var fields = string.Join('&', Enumerable.Range(0, 5000).Select(i => $"f{i}=1"));
        Assert.InRange(await StatusAsync(Post(form, $"Content-Length: {fields.Length}\r\n") + fields), 400, 499);
    }

    private static string Get(string address, string headers = "") => $"GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n";

    private static string Post(string address, string headers) => $"POST {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n{headers}\r\n";

    private async Task<int> StatusAsync(string request, int bytesAfterIt = 0)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, open.Site.Address.Port, limit.Token);
        var stream = client.GetStream();
        var sending = SendAsync(stream, request, bytesAfterIt, limit.Token);
        // Read at once: who is refused is told so while they are still sending.
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, limit.Token) == 1 && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        client.Close();
        await sending;
        Assert.StartsWith("HTTP/1.1 ", line.ToString(), StringComparison.Ordinal);
        return int.Parse(line.ToString().Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private static async Task SendAsync(NetworkStream stream, string request, int bytesAfterIt, CancellationToken cancellationToken)
    {
        var piece = new byte[64 * 1024];
        piece.AsSpan().Fill((byte)'a');
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancellationToken);
            for (var left = bytesAfterIt; left > 0; left -= piece.Length)
            {
                await stream.WriteAsync(piece.AsMemory(0, Math.Min(left, piece.Length)), cancellationToken);
            }
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException or SocketException)
        {
            // Answered, and closed.
        }
    }

    /// <summary>A site that anybody may ask as often as they like: what is refused is refused for what it is.</summary>
    public sealed class OpenSite : IAsyncDisposable
    {
        public TestSite Site { get; } = new TestSite(new Dictionary<string, string> { ["Api:RequestsPerMinute"] = "1000000" }).Start();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
