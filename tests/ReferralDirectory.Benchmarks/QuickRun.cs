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
    // Code that runs often is compiled again, better, after a while; until then times say nothing.
    private const int WarmRounds = 10;
    private static readonly TimeSpan TimePerKind = TimeSpan.FromSeconds(10);

    /// <param name="organisations">Size of the corpus.</param>
    public static void Run(int organisations)
    {
        var providers = SampleContent.Generated(organisations).Countries[0].Providers;
        Console.WriteLine($"{organisations} organisations, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
        var index = Measure("index", () => ProviderIndex.Build(providers));
        using var lucene = Measure("Lucene.Net", () => new LuceneSearch(providers));
        Console.WriteLine();
        Console.WriteLine("p50 / p99 in ms   index          Lucene.Net      ratio         with facets     ratio");
        foreach (var kind in Enum.GetValues<QueryKind>())
        {
            var times = TimeInTurn(
                Queries.Of(kind, providers),
                words => index.Find(new ProviderQuery(words), 0, 20).Total,
                words => lucene.Find(kind, words),
                words => lucene.FindWithFacets(kind, words));
            var (ours, page, facets) = (times[0], times[1], times[2]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind,-13}{At(ours, 50),8:0.000} /{At(ours, 99),6:0.000}{At(page, 50),9:0.000} /{At(page, 99),7:0.00}{At(page, 50) / At(ours, 50),7:0.0} /{At(page, 99) / At(ours, 99),5:0.0}{At(facets, 50),9:0.000} /{At(facets, 99),7:0.00}{At(facets, 50) / At(ours, 50),7:0.0} /{At(facets, 99) / At(ours, 99),5:0.0}"));
        }
    }

    private static List<List<double>> TimeInTurn(string[] queries, params Func<string, int>[] engines)
    {
        var times = engines.Select(_ => new List<double>()).ToList();
        var total = Stopwatch.StartNew();
        for (var round = 0; round < WarmRounds + 3 || total.Elapsed < TimePerKind; round++)
        {
            foreach (var words in queries)
            {
                for (var engine = 0; engine < engines.Length; engine++)
                {
                    var start = Stopwatch.GetTimestamp();
                    engines[engine](words);
                    var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    if (round >= WarmRounds)
                    {
                        times[engine].Add(time);
                    }
                }
            }
        }

        times.ForEach(list => list.Sort());
        return times;
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
