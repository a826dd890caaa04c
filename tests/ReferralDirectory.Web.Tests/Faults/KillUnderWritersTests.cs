using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>The program is killed again and again while four persons write. <c>tests/faults/kill</c> does it more often.</summary>
public sealed class KillUnderWritersTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestTail = TimeSpan.FromMilliseconds(60);

    private readonly TempFolder folder = new();
    private SiteProcess? program;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Path => folder[SiteProcess.DatabaseFile];

    [Fact]
    public async Task KilledWhileFourWrite_TheNextStartHasEveryAcknowledgedWrite_AndFindsWhatItHas()
    {
        var writers = await PrepareAsync();
        var (longest, underWay) = (TimeSpan.Zero, 0);
        for (var round = 1; round <= FaultRounds.Count + 1; round++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            limit.CancelAfter(Patience);
            var when = $"after kill {round - 1}";
            var starting = Stopwatch.StartNew();
            program = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = await program.ListeningAsync(limit.Token) };
            Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", limit.Token));
            longest = starting.Elapsed > longest ? starting.Elapsed : longest;

            await StoppedSite.AssertWholeAsync(Path, when, limit.Token);
            var stored = await StoppedSite.AskAsync(Path, async db =>
            {
                var all = new List<FaultWriter.Stored>();
                foreach (var writer in writers)
                {
                    all.Add(await writer.FindAsync(db, limit.Token));
                }

                return all;
            });
            underWay += stored.Sum(found => found.Done.Values.Sum()) - writers.Sum(writer => writer.Acknowledged);
            Assert.All(writers, (writer, at) => writer.AssertKept(stored[at], when));
            await AssertFoundAsync(client, when, limit.Token);
            if (round <= FaultRounds.Count)
            {
                await WriteUntilKilledAsync(writers, stored, client, limit.Token);
            }
        }

        Console.WriteLine($"Measured: {FaultRounds.Count} kills under four writers; {writers.Sum(writer => writer.Acknowledged) - underWay} writes acknowledged and kept, and {underWay} of those that were under way; ready {longest.TotalMilliseconds:F0} ms after a kill at the latest.");
    }

    public async ValueTask DisposeAsync()
    {
        await (program?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
    }

    private async Task<List<FaultWriter>> PrepareAsync()
    {
        TestDatabase.MakeReady(Path);
        await using var site = new StaffSite(TestDatabase.Settings(Path).ToDictionary());
        var writers = new List<FaultWriter>();
        foreach (var slug in new[] { "sisters", "ingo", "maria", "alternative" })
        {
            writers.Add(new FaultWriter(await site.NewReviewerAsync($"{slug}@writer.example", Cancel), await site.NewReviewerAsync($"{slug}-second@writer.example", Cancel), await site.OrganisationAsync(slug), slug));
        }

        return writers;
    }

    // Killed a moment after one of the next writes began: which one and how long is anybody's guess.
    private async Task WriteUntilKilledAsync(List<FaultWriter> writers, List<FaultWriter.Stored> stored, HttpClient client, CancellationToken cancellationToken)
    {
        var left = RandomNumberGenerator.GetInt32(1, 40);
        var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < writers.Count; i++)
        {
            writers[i].Resume(client, stored[i], cancellationToken);
        }

        var writing = writers.Select(writer => writer.WriteAsync(Begun)).ToList();
        var ended = Task.WhenAny(writing);
        Assert.NotSame(ended, await Task.WhenAny(ended, due.Task.WaitAsync(cancellationToken)));
        await due.Task;
        await Task.Delay(RandomNumberGenerator.GetInt32((int)LongestTail.TotalMilliseconds), cancellationToken);
        await program!.KillAsync(cancellationToken);
        await Task.WhenAll(writing).WaitAsync(cancellationToken);
        await program.DisposeAsync();

        void Begun()
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                due.TrySetResult();
            }
        }
    }

    // Each is found by each of its names, as the database has them.
    private async Task AssertFoundAsync(HttpClient client, string when, CancellationToken cancellationToken)
    {
        var all = await StoppedSite.AskAsync(Path, db => db.Organisations.AsNoTracking().ToListAsync(cancellationToken));
        foreach (var organisation in all)
        {
            var provider = $"{SiteFixture.En}/providers/{organisation.Slug}";
            foreach (var name in organisation.AlsoKnownAs.Append(organisation.Name.Translations[0].Text))
            {
                using var response = await client.GetAsync($"{SiteFixture.En}/providers?q={Uri.EscapeDataString(name)}", cancellationToken);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.True((await response.Content.ReadAsStringAsync(cancellationToken)).Contains(provider, StringComparison.Ordinal), $"'{name}' does not find {organisation.Slug} {when}");
            }
        }
    }
}
