using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>Many who begin a request and say no more.</summary>
[Trait("Database", "Either")]
public sealed class SlowClientsTests
{
    private const int Clients = 500;
    private const string Page = SiteFixture.Ru;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // In the middle of the address, of the headers, and of what is sent.
    private static readonly string[] Halves =
    [
        "GET /ru/russian-fed",
        "GET /ru/russian-federation HTTP/1.1\r\nHost: x\r\nAccept-Lang",
        "POST /admin/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nemail=",
        "POST /en/russian-federation/providers/found HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nq=",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhileFiveHundredSendHalfARequest_OthersAreAnsweredWithinHalfASecond()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Patience);
        using var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        await using var program = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await program.ListeningAsync(limit.Token) };
        await LongestAsync(client, limit.Token);

        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < Clients; i++)
            {
                var one = new TcpClient();
                slow.Add(one);
                await one.ConnectAsync(IPAddress.Loopback, client.BaseAddress!.Port, limit.Token);
                await one.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Halves[i % Halves.Length]), limit.Token);
            }

            // A connection of its own: not one that was there before them.
            using var other = new HttpClient { BaseAddress = client.BaseAddress };
            var longest = await LongestAsync(other, limit.Token);
            Console.WriteLine($"Measured: with {Clients} clients that sent half a request, the longest of 20 answers took {longest.TotalMilliseconds:F0} ms.");
            Assert.InRange(longest, TimeSpan.Zero, LongestAnswer);
        }
        finally
        {
            slow.ForEach(one => one.Dispose());
        }
    }

    private static async Task<TimeSpan> LongestAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var longest = TimeSpan.Zero;
        for (var i = 0; i < 20; i++)
        {
            var watch = Stopwatch.StartNew();
            using var response = await client.GetAsync(i % 2 == 0 ? "/health/live" : Page, cancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            longest = watch.Elapsed > longest ? watch.Elapsed : longest;
        }

        return longest;
    }
}
