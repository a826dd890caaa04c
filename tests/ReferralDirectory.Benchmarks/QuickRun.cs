using System.Diagnostics;
using System.Globalization;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Benchmarks;

/// <summary>
/// Times every query of every kind on its own, the engines in turn, so that a busy machine disturbs both alike, and
/// prints percentiles and ratios.
/// </summary>
public static class QuickRun
{
    private const int WarmRounds = 3;
    private static readonly TimeSpan TimePerKind = TimeSpan.FromSeconds(10);

    /// <param name="organisations">Size of the corpus.</param>
    public static void Run(int organisations)
    {
        var providers = SampleContent.Generated(organisations).Countries[0].Providers;
        Console.WriteLine($"{organisations} organisations, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
        var index = Measure("index", () => ProviderIndex.Build(providers));
        using var lucene = Measure("Lucene.Net", () => new LuceneSearch(providers));
        Console.WriteLine();
        Console.WriteLine("query kind       index p50    p99 ms   Lucene p50    p99 ms   ratio p50     p99");
        foreach (var kind in Enum.GetValues<QueryKind>())
        {
            var queries = Queries.Of(kind, providers);
            var (ours, theirs) = TimeInTurn(
                queries,
                words => index.Find(new ProviderQuery(words), 0, 20).Total,
                words => lucene.Find(kind, words));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind,-15}{At(ours, 50),11:0.000}{At(ours, 99),10:0.000}{At(theirs, 50),13:0.000}{At(theirs, 99),10:0.000}{At(theirs, 50) / At(ours, 50),12:0.0}{At(theirs, 99) / At(ours, 99),8:0.0}"));
        }
    }

    private static (List<double> Ours, List<double> Theirs) TimeInTurn(string[] queries, Func<string, int> ours, Func<string, int> theirs)
    {
        var (oursTimes, theirsTimes) = (new List<double>(), new List<double>());
        var total = Stopwatch.StartNew();
        for (var round = 0; round < WarmRounds + 2 || total.Elapsed < TimePerKind; round++)
        {
            foreach (var words in queries)
            {
                var (mine, other) = (Time(ours, words), Time(theirs, words));
                if (round >= WarmRounds)
                {
                    oursTimes.Add(mine);
                    theirsTimes.Add(other);
                }
            }
        }

        oursTimes.Sort();
        theirsTimes.Sort();
        return (oursTimes, theirsTimes);
    }

    private static double Time(Func<string, int> find, string words)
    {
        var start = Stopwatch.GetTimestamp();
        find(words);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];

    private static T Measure<T>(string name, Func<T> build)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var time = Stopwatch.StartNew();
        var built = build();
        time.Stop();
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: built in {time.Elapsed.TotalSeconds:0.0} s, keeps {memory / 1048576.0:0} MB"));
        GC.KeepAlive(built);
        return built;
    }
}
