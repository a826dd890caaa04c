using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin.Entries;

/// <summary>A form asks what there is to answer, and nothing else.</summary>
public sealed class EntryFormTests(EntrySite site)
{
    private Visitor Browser => site.Reviewer.Browser;

    [Fact]
    public async Task AnOriginal_IsNoTranslation_ThatSomebodyCouldHaveRead()
    {
        var names = (await Browser.GetAsync(EntryLinks.Task(await site.IdAsync("stellit"), "names"))).Page;
        var added = (await Browser.GetAsync(EntryLinks.New)).Page;

        Assert.Equal(["Name[ru].Checked"], names.QuerySelectorAll("input[name$='.Checked']").Select(tick => tick.GetAttribute("name")));
        Assert.Empty(added.QuerySelectorAll("input[name$='.Checked']"));
    }

    [Fact]
    public async Task ASource_IsNotAskedFor_WhereThereIsOne_AndStays()
    {
        var id = await site.IdAsync("galaktika");
        var names = EntryLinks.Task(id, "names");

        var page = (await Browser.GetAsync(names)).Page;
        Assert.Empty(page.QuerySelectorAll("[name=SourceId]"));
        Assert.NotNull((await Browser.SubmitAsync(page, names, ("AlsoKnownAs", "Another name"))).Location);

        var source = await site.Site.AskAsync(db => db.Sources.Select(source => source.Id).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Contains(source.ToString(), (await site.DraftAsync(id, site.Reviewer)).Snapshot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LanguagesAndHours_AreTwoPages_ThatTouchOnlyTheirOwn()
    {
        var id = await site.IdAsync("safe-house");
        var (languages, hours) = (EntryLinks.Task(id, "languages"), EntryLinks.Task(id, "hours"));
        var entry = (await Browser.GetAsync(EntryLinks.Entry(id))).Page;
        Assert.Equal([languages, hours], entry.Hrefs(".tasks a").Skip(4));

        Assert.Empty((await Browser.GetAsync(hours)).Page.QuerySelectorAll("[name=LanguagesSpoken]"));
        Assert.NotNull((await Browser.SubmitAsync(languages, languages, ("LanguagesSpoken", "uz"), ("OtherLanguages", "Estonian"))).Location);
        Assert.NotNull((await Browser.SubmitAsync(hours, hours, ("OpeningHours.Week[0].Opens", "7"), ("OpeningHours.Week[0].Closes", "8:30"), ("OpeningHours.TimeZone", "Europe/Moscow"))).Location);

        var draft = (await site.DraftAsync(id, site.Reviewer)).Snapshot;
        Assert.All(["\"uz\"", "\"et\"", "08:30"], said => Assert.Contains(said, draft, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhileAChangeWaits_ItsPagesSaySo_BeforeASecondOneIsBegun()
    {
        var id = await site.IdAsync("migration-research-center");
        var names = EntryLinks.Task(id, "names");
        await Browser.SubmitAsync(names, names, ("AlsoKnownAs", "Another name"));
        var draft = (await site.DraftAsync(id, site.Reviewer)).Id;
        await Browser.SubmitAsync(Web.Features.Admin.EditingLinks.Draft(draft), Web.Features.Admin.EditingLinks.Send(draft));

        var entry = (await Browser.GetAsync(EntryLinks.Entry(id))).Page;
        var task = (await Browser.GetAsync(names)).Page;

        Assert.Equal("waits for review", entry.QuerySelectorAll(".tasks .state")[0].Words());
        Assert.All(entry.QuerySelectorAll(".tasks .state").Skip(1), state => Assert.Equal("as on the site", state.Words()));
        Assert.Contains("Take it back first", entry.QuerySelector(".warning").Words(), StringComparison.Ordinal);
        Assert.Contains("A change of yours waits for review.", task.QuerySelector(".warning").Words(), StringComparison.Ordinal);
        var back = await Browser.SubmitAsync(entry, EntryLinks.TakeBack(id));
        Assert.Equal(HttpStatusCode.SeeOther, back.Status);
        Assert.Empty((await Browser.GetAsync(names)).Page.QuerySelectorAll(".warning"));
    }

    [Fact]
    public async Task TheMenuAndTheOverview_OfferWhatOneMayDo()
    {
        string[] administration = ["/admin/users", "/admin/terms", "/admin/audit"];
        var administrator = (await site.Administrator.Browser.GetAsync("/admin")).Page;
        var reviewer = (await Browser.GetAsync("/admin")).Page;

        // An administrator decides about kinds of help, and writes no step.
        Assert.Equal(["/admin", "/admin/organisations", "/admin/review", "/admin/account"], administrator.Hrefs("header nav a"));
        Assert.Equal(administration, administrator.Hrefs("main .filters a").Intersect(administration));
        Assert.Equal(["/admin", "/admin/organisations", "/admin/freshness", "/admin/review", "/admin/steps", "/admin/account"], reviewer.Hrefs("header nav a"));
        Assert.Empty(reviewer.Hrefs("main a").Intersect(administration));
    }
}
