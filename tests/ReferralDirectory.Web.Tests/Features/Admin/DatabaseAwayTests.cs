using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>The database goes away, or takes nothing any more, while staff work: they are told, nothing typed is lost, and readers notice nothing.</summary>
public sealed class DatabaseAwayTests
{
    private const string Page = "/admin/account/name";

    private const string Typed = "Ночная смена и Ко";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact, Trait("Database", "SQLite")]
    public async Task AFileThatIsGone_IsSaid_AndTheFormIsSentAgainWhenItIsBack()
    {
        await using var site = new StaffSite();
        var path = site.Site.DatabasePath;

        await WorkAsync(
            site,
            "The database is not where the settings say.",
            canBeRead: false,
            () =>
            {
                SqliteConnection.ClearAllPools();
                File.Move(path, path + ".away");
            },
            () => File.Move(path + ".away", path));
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task AFileThatCanOnlyBeRead_IsSaid_AndTheFormIsSentAgainWhenItCanBeWritten()
    {
        await using var site = new StaffSite();
        var path = site.Site.DatabasePath;

        await WorkAsync(site, "The database can be read, but nothing can be written to it.", canBeRead: true, () => SqliteFile.MakeReadOnly(path), () => SqliteFile.MakeWritable(path));
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task AFullDisk_IsSaid_AndTheFormIsSentAgainWhenThereIsRoom()
    {
        using var disk = new SmallDisk(megabytes: 16);
        Assert.SkipUnless(disk.IsThere, "Only root on Linux may make a disk.");
        TestDatabase.MakeReady(disk["full.db"]);
        await using var site = new StaffSite(new Dictionary<string, string> { ["Database:Path"] = disk["full.db"] });

        // Keeps the log of writes as it is: when the last connection is closed it goes, and leaves room.
        using var holding = TestDatabase.Connect(disk["full.db"]);
        using var reading = holding.CreateCommand();
        reading.CommandText = "SELECT COUNT(*) FROM \"Countries\"";
        await reading.ExecuteScalarAsync(Cancel);
        await WorkAsync(site, "The disk of the database is full: nothing can be written to it.", canBeRead: true, disk.Fill, disk.MakeRoom);
    }

    [Fact, Trait("Database", "Either")]
    public async Task AServerThatIsStopped_IsSaid_AndTheFormIsSentAgainWhenItRuns()
    {
        using var server = new RelayedServer();
        await using var site = new StaffSite(server.Settings);
        var port = server.Relay.Port;

        await WorkAsync(site, "The database does not answer.", canBeRead: false, server.Relay.Stop, () => server.Relay.StartAgain(port));
    }

    // Its forms are bound by keys that are made, or read, when the first is shown.
    [Fact, Trait("Database", "SQLite")]
    public async Task TheFirstPageOfTheAdminArea_WhereNothingCanBeWritten_SaysSo()
    {
        await using var site = new TestSite().Start();
        SqliteFile.MakeReadOnly(site.DatabasePath);

        await AssertRefusedAsync(site, "The database can be read, but nothing can be written to it.");
    }

    [Fact, Trait("Database", "Either")]
    public async Task TheFirstPageOfTheAdminArea_WhileTheServerIsStopped_SaysSo()
    {
        using var server = new RelayedServer();
        await using var site = new TestSite(server.Settings).Start();
        server.Relay.Stop();

        await AssertRefusedAsync(site, "The database does not answer.");
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task APassword_IsNotShownAgain()
    {
        await using var site = new StaffSite();
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var page = (await person.Browser.GetAsync("/admin/account/password")).Page;
        SqliteFile.MakeReadOnly(site.Site.DatabasePath);

        var refused = await person.Browser.SubmitAsync(page, "/admin/account/password", ("current", StaffPerson.Password), ("password", "another lantern 43 sleeps quietly"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.DoesNotContain("lantern", refused.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Database", "SQLite")]
    public async Task WhatSomebodyElsePlants_IsNotShown()
    {
        await using var site = new StaffSite();
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        SqliteConnection.ClearAllPools();
        File.Delete(site.Site.DatabasePath);

        var refused = await person.Browser.PostAsync(Page, ("name", "planted by another"), ("__owner", "made-up"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.DoesNotContain("planted", refused.Text, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(TestSite site, string reason)
    {
        using var answer = await site.Client.GetAsync("/admin/sign-in", Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.StartsWith(reason + " Nothing was saved.", (await answer.ReadPageAsync(Cancel)).QuerySelector("main .lead").Words(), StringComparison.Ordinal);
    }

    private static async Task WorkAsync(StaffSite site, string reason, bool canBeRead, Action breakIt, Action mendIt)
    {
        var person = await site.NewReviewerAsync("a@staff.example", Cancel);
        var page = (await person.Browser.GetAsync(Page)).Page;
        breakIt();
        // When somebody was last seen is written each minute.
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        var looked = await person.Browser.GetAsync("/admin/account");
        var refused = await person.Browser.SubmitAsync(page, Page, ("name", Typed));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, (string?)null), (refused.Status, refused.Location));
        var again = await person.Browser.SubmitAsync(refused.Page, Page);
        using var style = await site.Site.Client.GetAsync("/admin/assets/staff.css", Cancel);
        using var reader = await site.Site.Client.GetAsync(SiteFixture.Ru + "/providers?q=приют", Cancel);

        Assert.Equal(canBeRead ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, looked.Status);
        foreach (var answer in canBeRead ? [refused, again] : new[] { looked, refused, again })
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
            Assert.StartsWith(reason + " Nothing was saved.", answer.Page.QuerySelector("main .lead").Words(), StringComparison.Ordinal);
        }

        Assert.Equal(Typed, again.Page.QuerySelector<IHtmlInputElement>("main form input[name=name]")!.Value);
        Assert.Contains(Typed, again.Page.QuerySelector("main .typed").Words(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (style.StatusCode, reader.StatusCode));

        mendIt();
        var sent = await person.Browser.SubmitAsync(again.Page, Page);
        Assert.Equal("/admin/account", sent.Location);
        Assert.Equal(Typed, await site.AskAsync(db => db.StaffMembers.Where(member => member.Id == person.Id).Select(member => member.DisplayName).SingleAsync(Cancel)));
    }
}
