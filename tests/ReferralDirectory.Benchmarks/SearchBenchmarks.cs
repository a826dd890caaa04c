using BenchmarkDotNet.Attributes;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Benchmarks;

/// <summary>One query of each kind in turn, the index beside Lucene.Net; the index also counts facets and says why.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    // In one process, so that a corpus is made and indexed once and not for every benchmark. Sizes come in turn; one is kept.
    private static Engines? engines;

    private string[] queries = [];
    private int next;

    [Params(100, 10_000, 100_000)]
    public int Organisations { get; set; }

    [ParamsAllValues]
    public QueryKind Kind { get; set; }

    [GlobalSetup]
    public void Build()
    {
        if (engines?.Organisations != Organisations)
        {
            engines?.Lucene.Dispose();
            var providers = SampleContent.Generated(Organisations).Countries[0].Providers;
            engines = new Engines(Organisations, providers, ProviderIndex.Build(providers), new LuceneSearch(providers));
        }

        queries = Queries.Of(Kind, engines.Providers);
        next = 0;
    }

    [Benchmark(Baseline = true)]
    public int LuceneNet() => engines!.Lucene.Find(Kind, queries[next++ % queries.Length]);

    [Benchmark]
    public int LuceneNetWithFacets() => engines!.Lucene.FindWithFacets(Kind, queries[next++ % queries.Length]);

    [Benchmark]
    public int Index() => engines!.Index.Find(new ProviderQuery(queries[next++ % queries.Length]), 0, 20).Total;

    private sealed record Engines(int Organisations, IReadOnlyList<Provider> Providers, ProviderIndex Index, LuceneSearch Lucene);
}
