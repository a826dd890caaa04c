using BenchmarkDotNet.Running;
using ReferralDirectory.Benchmarks;

// `-- quick` prints ratios, p99, build time and memory in about two minutes; `-- quick 10000` for another size.
if (args is ["quick", ..])
{
    QuickRun.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args);
}
