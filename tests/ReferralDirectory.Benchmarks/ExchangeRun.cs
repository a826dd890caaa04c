using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Exchange;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Testing.Generation;

namespace ReferralDirectory.Benchmarks;

/// <summary>
/// Exports made-up organisations, changes each, imports them and hands that in: rows a second, the most memory on top of what the program has
/// anyway, and how long somebody else waits to write meanwhile.
/// </summary>
internal static class ExchangeRun
{
    public static async Task RunAsync(int organisations)
    {
        var folder = Directory.CreateTempSubdirectory("exchange-");
        try
        {
            var path = Path.Combine(folder.FullName, "exchange.db");
            await GeneratedDatabase.WriteAsync(path, organisations, CancellationToken.None);
            await using var services = new ServiceCollection().AddLogging().AddSqliteDirectory(new DatabaseFile(path), new ContentFolder(folder.FullName)).AddEditing().AddExchange().BuildServiceProvider();
            await services.GetRequiredService<DatabaseStartup>().RunAsync(CancellationToken.None);
            var databases = services.GetRequiredService<IDbContextFactory<DirectoryDb>>();
            await using var db = await databases.CreateDbContextAsync();
            var member = new StaffMember { Id = Guid.NewGuid(), UserName = "measures@example.org", NormalizedUserName = StaffMember.Normalize("measures@example.org"), InvitedAt = DateTime.UnixEpoch };
            member.Grants.Add(new StaffGrant { Role = StaffRole.Reviewer, CountryId = await db.Countries.Select(country => country.Id).SingleAsync() });
            db.Add(member);
            await db.SaveChangesAsync();
            var actor = new Actor(member.Id, false, member.Grants.Select(grant => grant.CountryId!.Value).ToHashSet(), new HashSet<Guid>());
            var file = Path.Combine(folder.FullName, "organisations.csv");
            // Compiled code and opened connections are not what is measured.
            await services.GetRequiredService<OrganisationExport>().WriteTableAsync(actor with { ReviewsCountries = new HashSet<Guid>() }, ',', Stream.Null, CancellationToken.None);
            await MeasureAsync("export", 0, databases, async () =>
            {
                await using var stream = File.Create(file);
                await services.GetRequiredService<OrganisationExport>().WriteTableAsync(actor, ',', stream, CancellationToken.None);
            });
            var rows = await EditAsync(file);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {new FileInfo(file).Length / 1e6:0.0} MB"));
            var (desk, archive, worker) = (services.GetRequiredService<ImportDesk>(), services.GetRequiredService<ImportArchive>(), services.GetRequiredService<ImportWorker>());
            Guid id = default;
            await MeasureAsync("dry run", rows, databases, async () =>
            {
                await using var stream = File.OpenRead(file);
                id = (await desk.StartAsync(member.Id, stream, CancellationToken.None))!.Value;
                await worker.SettleAsync();
            });
            Report(await archive.FindAsync(member.Id, id, CancellationToken.None));
            await MeasureAsync("handing in", rows, databases, async () =>
            {
                if (!await desk.ProposeAsync(member.Id, id, CancellationToken.None))
                {
                    throw new InvalidOperationException("The import is not ready.");
                }

                await worker.SettleAsync();
            });
            Report(await archive.FindAsync(member.Id, id, CancellationToken.None));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    // Each organisation gets another e-mail address.
    private static async Task<int> EditAsync(string file)
    {
        var rows = 0;
        await using (var writer = new StreamWriter(file + ".edited", false, new UTF8Encoding(true)))
        {
            await foreach (var line in File.ReadLinesAsync(file))
            {
                await writer.WriteAsync(line.Replace("@example.org", "@example.com", StringComparison.Ordinal) + "\r\n");
                rows++;
            }
        }

        File.Move(file + ".edited", file, overwrite: true);
        return rows;
    }

    private static void Report(ImportSummary? import) =>
        Console.WriteLine($"  {import!.State}: {string.Join(", ", import.Kinds.Select(kind => $"{kind.Key} {kind.Value}"))} {string.Join(", ", import.Outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}"))}");

    private static async Task MeasureAsync(string what, int rows, IDbContextFactory<DirectoryDb> databases, Func<Task> work)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var longest = TimeSpan.Zero;
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(false));
                await Task.Delay(2);
            }
        });
        var writing = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await using var db = await databases.CreateDbContextAsync();
                var wait = Stopwatch.StartNew();
                await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Number, head => head.Number));
                longest = wait.Elapsed > longest ? wait.Elapsed : longest;
                await Task.Delay(20);
            }
        });
        var clock = Stopwatch.StartNew();
        await work();
        clock.Stop();
        await done.CancelAsync();
        await Task.WhenAll(watching, writing);
        var speed = rows == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {rows / clock.Elapsed.TotalSeconds:N0} rows/s");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {clock.Elapsed.TotalSeconds:0.00} s{speed}, at most {(most - before) / 1e6:0} MB on the heap more than before, process peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB; another writer waited {longest.TotalMilliseconds:0} ms at most"));
    }
}
