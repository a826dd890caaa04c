using System.Collections.Concurrent;
using BenchmarkDotNet.Attributes;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Benchmarks;

/// <summary>One query of each kind in turn, the index beside Lucene.Net; the index also counts facets and says why.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks : IDisposable
{
    private static readonly ConcurrentDictionary<int, PublishedCountry> Countries = [];

    private ProviderIndex index = null!;
    private LuceneSearch lucene = null!;
    private string[] queries = [];
    private int next;

    [Params(100, 10_000, 100_000)]
    public int Organisations { get; set; }

    [ParamsAllValues]
    public QueryKind Kind { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var providers = Countries.GetOrAdd(Organisations, count => SampleContent.Generated(count).Countries[0]).Providers;
        index = ProviderIndex.Build(providers);
        lucene = new LuceneSearch(providers);
        queries = Queries.Of(Kind, providers);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        lucene.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public int LuceneNet() => lucene.Find(Kind, queries[next++ % queries.Length]);

    [Benchmark]
    public int LuceneNetWithFacets() => lucene.FindWithFacets(Kind, queries[next++ % queries.Length]);

    [Benchmark]
    public int Index() => index.Find(new ProviderQuery(queries[next++ % queries.Length]), 0, 20).Total;
}
