using System.Globalization;
using System.Resources;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Resources;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class HistoryTests(ReviewSite site)
{
    [Fact]
    public async Task AnEarlierRevision_IsRestored_AndASecondPersonPublishesIt()
    {
        var sent = await site.SubmitAsync(site.Reviewer, "karelia-centre", draft => draft.WithContact(ContactKind.Phone, "+79021234580"));
        await site.Get<ReviewDesk>().PublishAsync(await site.ActorAsync(site.SecondReviewer), sent.Id, sent.Version, TestContext.Current.CancellationToken);
        var organisation = await site.OrganisationAsync("karelia-centre");
        var browser = site.Reviewer.Browser;

        var history = (await browser.GetAsync($"/admin/history/organisation/{organisation}")).Page;
        var rows = history.QuerySelectorAll(".rows li").Select(row => row.Words()).ToList();
        Assert.StartsWith("Revision 2 Published", rows[0], StringComparison.Ordinal);
        Assert.Contains($"Decided: {site.SecondReviewer.Name}", rows[0], StringComparison.Ordinal);
        Assert.Contains("As it was loaded", rows[1], StringComparison.Ordinal);
        var latest = (await browser.GetAsync($"/admin/history/{sent.Id}")).Page;
        Assert.Contains("What it changed against revision 1", latest.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(latest.QuerySelectorAll("button"), button => button.Words() == "Make a draft of it");

        var first = (await browser.GetAsync(history.QuerySelectorAll(".rows li")[1].QuerySelector("a")!.GetAttribute("href")!)).Page;
        var draft = (await FilledForm.With(first, "Make a draft of it").PressAsync(browser, "Make a draft of it")).Location!;
        var page = (await browser.GetAsync(draft)).Page;
        Assert.Contains("This needs two people", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        await FilledForm.With(page, "Send for review").PressAsync(browser, "Send for review");
        Assert.DoesNotContain((await browser.GetAsync($"/admin/review/{draft.Split('/')[^1]}")).Page.QuerySelectorAll("button"), button => button.Words() == "Approve and publish");
        var second = site.SecondReviewer.Browser;
        await FilledForm.With((await second.GetAsync($"/admin/review/{draft.Split('/')[^1]}")).Page, "Approve and publish").PressAsync(second, "Approve and publish");

        var shown = await site.Site.Site.Client.GetPageAsync("/en/russian-federation/providers/karelia-centre", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("tel:+79021234580", shown.Hrefs());
    }

    [Fact]
    public async Task WhatNobodyEdited_SaysThatItStandsAsItWasLoaded()
    {
        var organisation = await site.OrganisationAsync("galaktika");

        var history = (await site.Reviewer.Browser.GetAsync($"/admin/history/organisation/{organisation}")).Page;

        Assert.Contains("It stands as it was loaded", history.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.NotEqual("History:", history.QuerySelector("h1").Words());
    }

    [Fact]
    public async Task ALongHistory_IsReadPageByPage_WithEachTakeDownOnce_AndTheLastPublishedBefore()
    {
        var first = await site.SaveAsync(site.Reviewer, "iom-moscow", draft => draft.WithDescription("Given up."));
        await site.Get<TakeDownDesk>().TakeDownAsync(await site.ActorAsync(site.Reviewer), first.Subject.Id, "Raided.", TestContext.Current.CancellationToken);
        var last = first;
        for (var number = first.Number + 1; number <= 120; number++)
        {
            await site.Get<DraftDesk>().WithdrawAsync(await site.ActorAsync(site.Reviewer), last.Id, last.Version, TestContext.Current.CancellationToken);
            last = await site.SaveAsync(site.Reviewer, "iom-moscow", draft => draft.WithDescription("Given up."));
        }

        var browser = site.Reviewer.Browser;
        var (pages, href) = (new List<IHtmlDocument>(), $"/admin/history/organisation/{first.Subject.Id}");
        for (var next = href; next is not null; next = pages[^1].QuerySelector("a[rel=next]")?.GetAttribute("href"))
        {
            pages.Add((await browser.GetAsync(next)).Page);
        }

        var rows = pages.SelectMany(page => page.QuerySelectorAll(".rows li").Select(row => row.Words())).ToList();
        Assert.Equal([50, 50, 21], pages.Select(page => page.QuerySelectorAll(".rows li").Length));
        Assert.Equal(Enumerable.Range(1, 120).Reverse(), rows.Where(row => row.StartsWith("Revision ", StringComparison.Ordinal)).Select(row => int.Parse(row.Split(' ')[1], CultureInfo.InvariantCulture)));
        Assert.Single(rows, row => row.Contains("Raided.", StringComparison.Ordinal));
        Assert.Equal(href, pages[1].QuerySelectorAll("main a").Single(link => link.Words() == "The latest revisions").GetAttribute("href"));
        Assert.Contains("What it changed against revision 1", (await browser.GetAsync($"/admin/history/{last.Id}")).Page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryFieldOfEveryDraft_HasANameInWords()
    {
        var actor = (await site.ActorAsync(site.Reviewer)) with { IsAdministrator = true };
        var names = new ResourceManager(typeof(Strings).FullName!, typeof(Strings).Assembly);
        foreach (var subject in await SubjectsAsync())
        {
            var draft = (await site.Get<DraftDesk>().OpenAsync(actor, subject, TestContext.Current.CancellationToken))!.Draft;
            Assert.All(DraftDifference.Between(null, draft), change => Assert.NotNull(names.GetString($"Admin.FieldName.{change.Label}", System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public async Task ADraft_IsGivenUp_AfterAQuestion_AndStaysInTheHistory()
    {
        var draft = await site.SaveAsync(site.Reviewer, "blago-darju", old => old.WithDescription("Not this."));
        var browser = site.Reviewer.Browser;

        var question = (await browser.GetAsync($"/admin/drafts/{draft.Id}/withdraw")).Page;
        var done = await FilledForm.With(question, "Yes, take it back").PressAsync(browser, "Yes, take it back");

        Assert.Equal("Taken back", (await browser.GetAsync(done.Location!)).Page.QuerySelector("h1").Words());
        Assert.Equal(RevisionState.Withdrawn, await site.StateAsync(draft.Id));
        Assert.Equal($"/admin/drafts/{draft.Id}/sent", (await browser.GetAsync($"/admin/drafts/{draft.Id}")).Location);
        Assert.Contains("Not this.", (await browser.GetAsync($"/admin/history/{draft.Id}")).Page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    private async Task<List<Subject>> SubjectsAsync() => await site.Site.AskAsync(async db => new List<Subject>(
    [
        .. (await db.Organisations.Select(found => found.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(id => new Subject(SubjectKind.Organisation, id)),
        .. (await db.StepTexts.Select(found => found.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(id => new Subject(SubjectKind.StepText, id)),
        .. (await db.AssistanceTypes.Select(found => found.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(id => new Subject(SubjectKind.AssistanceType, id)),
        .. (await db.Audiences.Select(found => found.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(id => new Subject(SubjectKind.Audience, id)),
    ]));
}
