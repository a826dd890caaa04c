using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>What administrators are told of the site.</summary>
public sealed class StatusTests : IAsyncDisposable
{
    private const string Page = "/admin/status";

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAdministrator_FindsFromTheOverview_HowTheSiteStands()
    {
        var person = await site.NewAdministratorAsync("a@staff.example", Cancel);
        Assert.Contains(Page, (await person.Browser.GetAsync("/admin")).Page.Hrefs("main a"));

        var shown = await person.Browser.GetAsync(Page);

        var facts = shown.Page.QuerySelectorAll("main dl > div").ToDictionary(fact => fact.QuerySelector("dt").Words(), fact => fact.QuerySelector("dd").Words());
        Assert.Equal("All is well.", shown.Page.QuerySelector("main .done").Words());
        Assert.StartsWith(TestDatabase.IsPostgres ? "PostgreSQL " : "SQLite 3.", facts["Product"], StringComparison.Ordinal);
        Assert.Equal(("yes", "yes", "yes"), (facts["Can be read"], facts["Can be written to"], facts["Search is ready"]));
        Assert.Equal(("15", "0", "0"), (facts["Entries"], facts["Changes that wait for review"], facts["Imports that were begun and not finished"]));
        Assert.Equal(!TestDatabase.IsPostgres, facts.ContainsKey("Free on its disk"));
        Assert.Matches(@"^\d{14}_", facts["Last change of its structure"]);
        Assert.NotEmpty(facts["Runs since"]);
        Assert.DoesNotContain(site.Site.Folder.Path, shown.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task WhatIsWrong_ComesFirst_WithWhatToDo()
    {
        var person = await site.NewAdministratorAsync("a@staff.example", Cancel);
        SqliteFile.MakeReadOnly(site.Site.DatabasePath);
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        var shown = await person.Browser.GetAsync(Page);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal(
            "The database can be read, but nothing can be written to it. Let the program write to the file and its folder; on a server, see that it is not a standby. Until then nothing can be edited.",
            string.Join(' ', shown.Page.QuerySelectorAll("main .warning > *").Select(part => part.Words())));
        Assert.DoesNotContain("All is well", shown.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task WhereNoBackupIsMade_ThatIsSaid()
    {
        using var folder = new TempFolder();
        await using var keeping = new StaffSite(new Dictionary<string, string> { ["Backup:Folder"] = folder.Path, ["Backup:EveryHours"] = "24" });
        var browser = (await keeping.NewAdministratorAsync("a@staff.example", Cancel)).Browser;
        await File.WriteAllTextAsync(folder[$"directory-{keeping.Clock.GetUtcNow().AddHours(-47):yyyyMMdd'T'HHmmss'Z'}.db"], "x", Cancel);
        Assert.DoesNotContain("no backup was made", (await browser.GetAsync(Page)).Text, StringComparison.Ordinal);

        foreach (var file in Directory.GetFiles(folder.Path))
        {
            File.Delete(file);
        }

        var shown = (await browser.GetAsync(Page)).Page;
        Assert.Contains("For long no backup was made.", shown.QuerySelector("main .warning").Words(), StringComparison.Ordinal);
        Assert.Contains("Newest backup", shown.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatReadersReport_CountsFromTheDayAfter()
    {
        var contact = await site.AskAsync(db => Task.FromResult(db.ContactPoints.First().Id));
        var workload = site.Site.Services.GetRequiredService<WorkloadReader>();
        await site.Site.Services.GetRequiredService<ReportDesk>().AddAsync(contact, ReferralDirectory.Core.Domain.ReportKind.Wrong, Cancel);

        var today = (await workload.ReadAsync(Cancel)).Reports;
        site.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal((0, 1), (today, (await workload.ReadAsync(Cancel)).Reports));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
