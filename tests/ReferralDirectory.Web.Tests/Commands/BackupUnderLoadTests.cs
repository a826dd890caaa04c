using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Commands;

/// <summary>
/// Backups in a row of a site that is read and edited all the while. Each is restored, and must be a working site that lost nothing which somebody
/// was told is saved. <c>tests/faults/backup</c> makes more of them.
/// </summary>
[Trait("Database", "SQLite")]
public sealed partial class BackupUnderLoadTests : IDisposable
{
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("BACKUPS_UNDER_LOAD") ?? "3", CultureInfo.InvariantCulture);

    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EachBackup_WhileTheSiteIsReadAndEdited_HoldsEveryWriteThatWasAcknowledgedBeforeItBegan()
    {
        await using var site = new StaffSite();
        Writer[] writers = [await NewWriterAsync(site, "sisters"), await NewWriterAsync(site, "ingo"), await NewWriterAsync(site, "maria")];
        // The first of each has pages compiled.
        await Task.WhenAll(writers.Select(writer => writer.WriteOnceAsync()));
        using var over = new CancellationTokenSource();
        var load = writers.Select(writer => writer.WriteAsync(over.Token)).Append(ReadAsync(site, over.Token)).ToList();
        var meanwhile = 0;
        for (var i = 0; i < Times; i++)
        {
            var before = writers.Select(writer => writer.Acknowledged).ToList();
            await CommandRun.OutputAsync(folder, 0, "backup", $"{i}.db", "--Database:Path", site.Site.DatabasePath);
            var written = writers.Sum(writer => writer.Acknowledged) - before.Sum();

            // What failed says why.
            await Task.WhenAll(load.Where(task => task.IsFaulted));
            Assert.All(await RestoreAsync(folder[$"{i}.db"], writers), (found, at) => Assert.InRange(found, before[at], int.MaxValue));
            meanwhile += written;
        }

        await over.CancelAsync();
        await Task.WhenAll(load);
        Assert.True(meanwhile > 0, "Nobody wrote while backups were made.");
        Console.WriteLine($"Measured: {Times} backups under load, each restored to a working site that lost no acknowledged write; {meanwhile} writes while they were made, {writers.Sum(writer => writer.Acknowledged)} in all.");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>What each writer finds in a site of its own that was restored, serves, and whose log is whole.</summary>
    private static async Task<List<int>> RestoreAsync(string backup, IEnumerable<Writer> writers)
    {
        using var other = new TempFolder();
        await CommandRun.OutputAsync(other, 0, "restore", backup);
        Assert.Contains("The audit log is whole", await CommandRun.OutputAsync(other, 0, "audit", "verify"), StringComparison.Ordinal);
        await using var restored = new SiteProcess(other, "--urls", "http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await restored.ListeningAsync(Cancel) };
        using var page = await client.GetAsync(SiteFixture.Ru, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return [.. writers.Select(writer => writer.FoundIn(other[SiteProcess.DatabaseFile]))];
    }

    private static async Task ReadAsync(StaffSite site, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            using var page = await site.Site.Client.GetAsync($"{SiteFixture.En}/providers?need=legal-help", Cancel);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    private static async Task<Writer> NewWriterAsync(StaffSite site, string slug) =>
        new(await site.NewReviewerAsync($"{slug}@load.example", Cancel), await site.OrganisationAsync(slug));

    /// <summary>Somebody who saves the same form again and again, each time with the next number.</summary>
    private sealed partial class Writer(StaffPerson person, Guid organisation)
    {
        private volatile int acknowledged;

        /// <summary>The last that they were told is saved.</summary>
        public int Acknowledged => acknowledged;

        public async Task WriteAsync(CancellationToken over)
        {
            while (!over.IsCancellationRequested)
            {
                await WriteOnceAsync();
            }
        }

        public async Task WriteOnceAsync()
        {
            var form = EntryLinks.Task(organisation, "names");
            var answer = await person.Browser.SubmitAsync(form, form, ("AlsoKnownAs", $"Number {acknowledged + 1}"));
            Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{answer.Status} {answer.Page.Body?.TextContent}");
            acknowledged++;
        }

        /// <summary>The last that a database has; 0 where it has none.</summary>
        public int FoundIn(string path) =>
            TestDatabase.Ask(path, $"SELECT Snapshot FROM Revisions WHERE AuthorId = '{person.Id.ToString().ToUpperInvariant()}' AND State = 'Draft'") is string snapshot
                ? int.Parse(Number().Match(snapshot).Groups[1].Value, CultureInfo.InvariantCulture)
                : 0;

        [GeneratedRegex("Number ([0-9]+)")]
        private static partial Regex Number();
    }
}
