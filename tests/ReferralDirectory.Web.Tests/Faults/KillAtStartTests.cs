using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Faults;

/// <summary>A start that changes the database is killed at any moment: the first, which makes it, and one that brings an older one to this version.
/// <c>tests/faults/start</c> does it more often.</summary>
public sealed class KillAtStartTests
{
    /// <summary>Two migrations before the last.</summary>
    private const string OlderMigration = "20261124211155_Accounts";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task AFirstStartThatIsKilledAtAnyMoment_LeavesWhatTheNextMakesReadyWithinTenSeconds() => KillAsync("first starts", Empty, StateOfFirst);

    // PostgreSQL has one migration so far, and what a first start does in it is one commit.
    [Fact, Trait("Database", "SQLite")]
    public Task AnUpgradeThatIsKilledAtAnyMoment_LeavesWhatTheNextMakesReadyWithinTenSeconds() => KillAsync("upgrades", Older, StateOfUpgrade);

    private static async Task KillAsync(string what, Func<TempFolder> make, Func<string, string> stateOf)
    {
        using var unharmed = make();
        var whole = await StartAsync(unharmed);
        var (longest, left) = (TimeSpan.Zero, new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (var round = 0; round < FaultRounds.Count; round++)
        {
            // Before, it loads and touches nothing; a little later than its end, in case it is slower.
            var (state, took) = await StartKilledAsync(make, stateOf, whole * (0.3 + (0.8 * RandomNumberGenerator.GetInt32(1000) / 1000)));
            left[state] = left.GetValueOrDefault(state) + 1;
            longest = took > longest ? took : longest;
        }

        Console.WriteLine($"Measured: {FaultRounds.Count} {what} killed, which left {string.Join(", ", left.Select(found => $"{found.Key} {found.Value} times"))}; the next was ready after {longest.TotalMilliseconds:F0} ms at the latest, one that nobody kills after {whole.TotalMilliseconds:F0} ms.");
        Assert.InRange(longest, TimeSpan.Zero, LongestStart);
    }

    private static async Task<(string Left, TimeSpan Took)> StartKilledAsync(Func<TempFolder> make, Func<string, string> stateOf, TimeSpan after)
    {
        using var folder = make();
        await using (var killed = new SiteProcess(folder, "--urls", "http://127.0.0.1:0"))
        {
            // Not a wait for anything: this is when it is killed.
            await Task.Delay(after, Cancel);
            await killed.KillAsync(Cancel);
        }

        var left = StateOf(folder, stateOf);
        return (left, await StartAsync(folder));
    }

    private static string StateOf(TempFolder folder, Func<string, string> stateOf)
    {
        var path = folder[SiteProcess.DatabaseFile];
        if (TestDatabase.IsPostgres)
        {
            return stateOf(path);
        }

        if (!File.Exists(path))
        {
            return "nothing";
        }

        // A copy: whoever opens it himself finishes what was killed.
        using var copy = new TempFolder();
        foreach (var file in Directory.GetFiles(folder.Path, $"{SiteProcess.DatabaseFile}*"))
        {
            File.Copy(file, copy[Path.GetFileName(file)]);
        }

        return stateOf(copy[SiteProcess.DatabaseFile]);
    }

    private static string StateOfFirst(string path)
    {
        var tables = TestDatabase.IsPostgres ? "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public' AND tablename = 'Countries'" : "SELECT COUNT(*) FROM sqlite_master WHERE name = 'Countries'";
        return Convert.ToInt64(TestDatabase.Ask(path, tables), null) == 0 ? "an empty database"
            : Convert.ToInt64(TestDatabase.Ask(path, "SELECT COUNT(*) FROM Countries"), null) == 0 ? "tables without content"
            : "a whole one";
    }

    private static string StateOfUpgrade(string path) => $"{TestDatabase.Ask(path, "SELECT COUNT(*) FROM __EFMigrationsHistory")} migrations";

    private static TempFolder Older()
    {
        var folder = new TempFolder();
        TestDatabase.MakeReady(folder[SiteProcess.DatabaseFile], "older", older =>
        {
            TestDatabase.MakeReady(older);
            StoppedSite.AskAsync(older, async db =>
            {
                await db.Database.MigrateAsync(OlderMigration, Cancel);
                return true;
            }).GetAwaiter().GetResult();
        });
        return folder;
    }

    private static TempFolder Empty()
    {
        var folder = new TempFolder();
        if (TestDatabase.IsPostgres)
        {
            TestDatabase.MakeEmpty(folder[SiteProcess.DatabaseFile]);
        }

        return folder;
    }

    // How long until readers can be sent to it, and it is the same as any other.
    private static async Task<TimeSpan> StartAsync(TempFolder folder)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Patience);
        var starting = Stopwatch.StartNew();
        await using var program = new SiteProcess(folder, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await program.ListeningAsync(limit.Token) };
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", limit.Token));
        var took = starting.Elapsed;

        using var page = await client.GetAsync($"{SiteFixture.Ru}/providers/maria", limit.Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal((1, 15), await StoppedSite.AskAsync(folder[SiteProcess.DatabaseFile], async db => (await db.Countries.CountAsync(limit.Token), await db.Organisations.CountAsync(limit.Token))));
        await StoppedSite.AssertWholeAsync(folder[SiteProcess.DatabaseFile], "after a start that was killed", limit.Token);
        await program.KillAsync(limit.Token);
        return took;
    }
}
