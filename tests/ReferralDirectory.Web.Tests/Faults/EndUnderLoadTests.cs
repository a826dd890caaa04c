using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>The program is told to end (SIGTERM) while many ask, with no proxy that would ask again for them.</summary>
[Trait("Database", "Either")]
public sealed class EndUnderLoadTests
{
    private const int Begun = 50;
    private const int Readers = 8;
    private const string Body = "q=lawyer";

    private static readonly byte[] Headers = Encoding.ASCII.GetBytes(
        $"POST /en/russian-federation/providers/found HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Body.Length}\r\n\r\n");

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatWasAccepted_IsAnswered_AndTheProgramEndsWithinTenSeconds()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile]);
        await using var program = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        var address = await program.ListeningAsync(limit.Token);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var broken = new ConcurrentBag<string>();
        var reading = Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => ReadAsync(address, broken, ended.Token)));
        var begun = await Task.WhenAll(Enumerable.Range(0, Begun).Select(_ => BeginAsync(address.Port, limit.Token)));

        var ending = Stopwatch.StartNew();
        var end = program.StopAsync(limit.Token);
        await UntilNobodyIsLetInAsync(address.Port, limit.Token);
        var answers = await Task.WhenAll(begun.Select(request => FinishAsync(request, limit.Token)));
        Assert.Equal(0, await end);
        var took = ending.Elapsed;
        await ended.CancelAsync();
        await reading;

        Assert.All(answers, answer =>
        {
            Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
            var whole = answer.Split("\r\n\r\n", 2);
            Assert.Contains($"Content-Length: {Encoding.UTF8.GetByteCount(whole[1])}\r\n", whole[0] + "\r\n", StringComparison.Ordinal);
        });
        Assert.Empty(broken);
        Console.WriteLine($"Measured: told to end under load, the program answered {answers.Length} of {Begun} requests that it had begun to read, and ended after {took.TotalMilliseconds:F0} ms.");
        Assert.InRange(took, TimeSpan.Zero, LongestEnd);
    }

    // The server says "100 Continue" when it begins to read what is sent: from then on the request is its own.
    private static async Task<TcpClient> BeginAsync(int port, CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        await client.GetStream().WriteAsync(Headers, cancellationToken);
        var told = new byte[Encoding.ASCII.GetByteCount("HTTP/1.1 100 Continue\r\n\r\n")];
        await client.GetStream().ReadExactlyAsync(told, cancellationToken);
        Assert.StartsWith("HTTP/1.1 100", Encoding.ASCII.GetString(told), StringComparison.Ordinal);
        return client;
    }

    private static async Task<string> FinishAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Body), cancellationToken);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            return await reader.ReadToEndAsync(cancellationToken);
        }
    }

    private static async Task UntilNobodyIsLetInAsync(int port, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    // A reader who is not let in any more is no failure; one whose answer breaks off is.
    private static async Task ReadAsync(Uri address, ConcurrentBag<string> broken, CancellationToken ended)
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!ended.IsCancellationRequested)
        {
            HttpResponseMessage answer;
            try
            {
                answer = await client.GetAsync("/en/russian-federation/providers?q=lawyer", HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            }
            catch (HttpRequestException)
            {
                return;
            }

            using (answer)
            {
                try
                {
                    await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
                }
                catch (HttpRequestException problem)
                {
                    broken.Add(problem.Message);
                }
            }
        }
    }
}
