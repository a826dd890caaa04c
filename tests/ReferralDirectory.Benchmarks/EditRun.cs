using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Core.Search;
using ReferralDirectory.Testing;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Benchmarks;

/// <summary>How long after an edit was saved its new words find the organisation, while edits follow each other.</summary>
internal static class EditRun
{
    private const int Edits = 20;

    public static async Task RunAsync(int organisations)
    {
        using var folder = new TempFolder();
        await GeneratedDatabase.WriteAsync(folder["edit.db"], organisations, CancellationToken.None);
        var services = new ServiceCollection().AddLogging().AddSqliteDirectory(new DatabaseFile(folder["edit.db"]), new ContentFolder(folder["none"])).BuildServiceProvider();
        var search = new ProviderSearch();
        using var source = new PublishedDirectorySource(services.GetRequiredService<System.Data.Common.DbDataSource>(), TimeProvider.System, search.PrepareAsync);
        var whole = await TimeAsync(() => source.ReloadAsync(CancellationToken.None));
        Console.WriteLine($"everything read and indexed: {whole.TotalMilliseconds:0} ms");

        var times = new List<double>();
        for (var edit = 0; edit < Edits; edit++)
        {
            var provider = source.Current.Countries[0].Providers[organisations / Edits * edit];
            await using var db = services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContext();
            var organisation = await db.Organisations.SingleAsync(o => o.Id == provider.Id);
            organisation.Name = new LocalisedText([organisation.Name.Translations[0] with { Text = $"Qwrtpsd{edit}" }]);
            await db.SaveChangesAsync();
            var time = await TimeAsync(() => source.ReloadAsync(new HashSet<Guid> { provider.Id }, CancellationToken.None));
            var clock = Stopwatch.StartNew();
            if (search.Find(source.Current.Countries[0], new ProviderQuery($"Qwrtpsd{edit}"), 0, 15).Hits is not [var hit] || hit.Provider.Id != provider.Id)
            {
                throw new InvalidOperationException($"The edit of {provider.Slug} is not found.");
            }

            times.Add((time + clock.Elapsed).TotalMilliseconds);
        }

        var rest = await TimeAsync(search.SettleAsync);
        times.Sort();
        Console.WriteLine($"{Edits} edits, each found after: median {times[Edits / 2]:0} ms, slowest {times[^1]:0} ms; the whole index stood {rest.TotalMilliseconds:0} ms after the last");
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> action)
    {
        var clock = Stopwatch.StartNew();
        await action();
        return clock.Elapsed;
    }
}
