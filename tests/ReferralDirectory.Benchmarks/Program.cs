using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using ReferralDirectory.Benchmarks;
using ReferralDirectory.Testing.Generation;

switch (args)
{
    // Ratios, p99, build time and memory of the search in about three minutes; `quick 10000` for another size.
    case ["quick", .. var size]:
        QuickRun.Run(Size(size));
        break;

    // What the worst texts cost beside normal queries; `worst 100` for another size.
    case ["worst", .. var size]:
        WorstRun.Run(Size(size));
        break;

    // How soon an edit is found; `edit 10000` for another size.
    case ["edit", .. var size]:
        await EditRun.RunAsync(Size(size));
        break;

    // Export and import; `exchange 2500` for another number of organisations.
    case ["exchange", .. var size]:
        await ExchangeRun.RunAsync(size.Length == 0 ? 10_000 : Size(size));
        break;

    // fill 10000 FILE: a database for tests/load.
    case ["fill", var organisations, var file]:
        await GeneratedDatabase.WriteAsync(file, int.Parse(organisations, CultureInfo.InvariantCulture), CancellationToken.None);
        break;

    // limit LISTEN SITE ADDRESS…: what tests/load measures the site against.
    case ["limit", var listen, var site, .. var addresses]:
        await LimitServer.RunAsync(listen, new Uri(site), addresses);
        break;

    default:
        BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance)));
        break;
}

static int Size(string[] arguments) => arguments is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 100_000;
