using System.Diagnostics;
using System.Globalization;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Benchmarks;

/// <summary>What texts cost that nobody means, beside normal queries: each sort in turn in one run.</summary>
public static class WorstRun
{
    private static readonly QueryKind[] Normal = [QueryKind.Word, QueryKind.Name, QueryKind.TwoWords, QueryKind.Prefix, QueryKind.Typo];
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    /// <param name="organisations">Size of the corpus.</param>
    public static void Run(int organisations)
    {
        var providers = SampleContent.Generated(organisations).Countries[0].Providers;
        var index = ProviderIndex.Build(providers);
        var sorts = Normal.Select(kind => (kind.ToString(), Queries.Of(kind, providers))).Concat(Queries.Nonsenses()).ToList();
        var times = sorts.ConvertAll(_ => new List<double>());
        var total = Stopwatch.StartNew();
        while (total.Elapsed < Time)
        {
            for (var sort = 0; sort < sorts.Count; sort++)
            {
                var start = Stopwatch.GetTimestamp();
                foreach (var words in sorts[sort].Item2)
                {
                    index.Find(new ProviderQuery(words), 0, 20);
                }

                // Code that runs often is compiled again, better, in the first seconds.
                if (total.Elapsed > Time / 2)
                {
                    times[sort].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / sorts[sort].Item2.Length);
                }
            }
        }

        var medians = times.ConvertAll(list => list.Order().ElementAt(list.Count / 2));
        var normal = medians.Take(Normal.Length).Average();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{organisations} organisations; a normal query takes {normal:0.0} µs, the mean of {Normal.Length} kinds"));
        for (var sort = 0; sort < sorts.Count; sort++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sorts[sort].Item1,-14}{medians[sort],8:0.0} µs {medians[sort] / normal,6:0.0}"));
        }
    }
}
