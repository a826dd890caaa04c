using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin.Entries;

public sealed class TakeDownTests(EntrySite site)
{
    private const string En = "/en/russian-federation";

    [Fact]
    public async Task TakingDown_NeedsAReason_AndOnePerson_AndIsPublicWithinASecond()
    {
        var id = await site.IdAsync(EntrySite.OfEditor);
        var takeDown = EntryLinks.TakeDown(id);
        var visitor = site.Site.NewVisitor(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{En}/providers/sisters")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{En}/providers/sisters/contact.vcf")).Status);

        var refused = await site.Editor.Browser.SubmitAsync(takeDown, takeDown, ("reason", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Single(refused.Page.Hrefs(".errors a"));
        var started = Stopwatch.GetTimestamp();
        var done = await site.Editor.Browser.SubmitAsync(refused.Page, takeDown, ("reason", "The number rings somewhere else"));
        var gone = await visitor.GetAsync($"{En}/providers/sisters");
        var took = Stopwatch.GetElapsedTime(started);

        Assert.Equal($"{EntryLinks.Entry(id)}?done=taken-down", done.Location);
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.True(took < TimeSpan.FromSeconds(1), $"It took {took}.");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{En}/providers/sisters/contact.vcf")).Status);
        foreach (var page in new[] { $"{En}/providers", $"{En}/providers?q=sisters", "/sitemap.xml", "/ru/russian-federation/providers" })
        {
            Assert.DoesNotContain("providers/sisters", (await visitor.GetAsync(page)).Text, StringComparison.Ordinal);
        }

        await BringBackAsync(id, visitor);
    }

    // On PostgreSQL the site would see within a second what happened past its pages, as from another instance.
    [Fact, Trait("Database", "SQLite")]
    public async Task TakingDownAgain_AfterAnErrorOnTheWay_TakesItOffThePages()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var own = new StaffSite();
        var reviewer = await own.NewReviewerAsync("reviewer@staff.example", cancel);
        var visitor = own.NewVisitor(cancel);
        var id = await own.AskAsync(db => db.Organisations.Where(organisation => organisation.Slug == Slug.Parse("sisters")).Select(organisation => organisation.Id).SingleAsync(cancel));
        var page = (await reviewer.Browser.GetAsync(EntryLinks.TakeDown(id))).Page;
        // As when the reading of the directory failed after the entry was taken down.
        var countries = await own.AskAsync(db => db.Countries.Select(country => country.Id).ToListAsync(cancel));
        Assert.IsType<EditResult.Done>(await own.Site.Services.GetRequiredService<TakeDownDesk>().TakeDownAsync(new Actor(reviewer.Id, false, countries.ToHashSet(), new HashSet<Guid>()), id, "The number rings somewhere else", cancel));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{En}/providers/sisters")).Status);

        var again = await reviewer.Browser.SubmitAsync(page, EntryLinks.TakeDown(id), ("reason", "The number rings somewhere else"));

        Assert.Equal($"{EntryLinks.Entry(id)}?done=is-down", again.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{En}/providers/sisters")).Status);
    }

    [Fact]
    public async Task BringingBack_ThatWasRejected_IsSentAgain_WithItsReason_AndStillBringsTheEntryBack()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var own = new StaffSite();
        var (author, other) = (await own.NewReviewerAsync("author@staff.example", cancel), await own.NewReviewerAsync("other@staff.example", cancel));
        var id = await own.AskAsync(db => db.Organisations.Where(organisation => organisation.Slug == Slug.Parse("sisters")).Select(organisation => organisation.Id).SingleAsync(cancel));
        await author.Browser.SubmitAsync(EntryLinks.TakeDown(id), EntryLinks.TakeDown(id), ("reason", "The number rings somewhere else"));
        await author.Browser.SubmitAsync(EntryLinks.BringBack(id), EntryLinks.BringBack(id), ("reason", "The number is right again"));
        var first = await SendAsync();
        Assert.Equal(EditingLinks.Decided(first), (await other.Browser.SubmitAsync(EditingLinks.Review(first), EditingLinks.Reject(first), ("reason", "Call it once more"))).Location);

        await author.Browser.SubmitAsync(EditingLinks.Sent(first), EditingLinks.Resume(first));
        var again = await SendAsync();

        Assert.Equal("The number is right again", await own.AskAsync(db => db.Revisions.Where(revision => revision.Id == again).Select(revision => revision.Note).SingleAsync(cancel)));
        Assert.Equal(EditingLinks.Decided(again), (await other.Browser.SubmitAsync(EditingLinks.Review(again), EditingLinks.Publish(again))).Location);
        Assert.Equal(HttpStatusCode.OK, (await own.NewVisitor(cancel).GetAsync($"{En}/providers/sisters")).Status);

        async Task<Guid> SendAsync()
        {
            var draft = await own.AskAsync(db => db.Revisions.Where(revision => revision.SubjectId == id && revision.State == RevisionState.Draft).Select(revision => revision.Id).SingleAsync(cancel));
            Assert.Equal(EditingLinks.Sent(draft), (await author.Browser.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft))).Location);
            return draft;
        }
    }

    // Of the same test: what is down is brought back by two.
    private async Task BringBackAsync(Guid id, Visitor visitor)
    {
        var entry = (await site.Editor.Browser.GetAsync(EntryLinks.Entry(id))).Page;
        Assert.Contains("Taken down on", entry.QuerySelector(".lead").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(EntryLinks.TakeDown(id), entry.Hrefs());
        AssertSaysWhy(entry);
        AssertSaysWhy((await site.Editor.Browser.GetAsync(EditingLinks.History(new Subject(SubjectKind.Organisation, id)))).Page);
        AssertSaysWhy((await site.Editor.Browser.GetAsync(EntryLinks.BringBack(id))).Page);

        var draft = await site.Editor.Browser.SubmitAsync(EntryLinks.BringBack(id), EntryLinks.BringBack(id), ("reason", "The number is right again"));
        Assert.StartsWith("/admin/drafts/", draft.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{En}/providers/sisters")).Status);
        AssertSaysWhy((await site.Editor.Browser.GetAsync(draft.Location!)).Page);
        await site.Editor.Browser.SubmitAsync(draft.Location!, $"{draft.Location}/send");
        var review = EditingLinks.Review(Guid.Parse(draft.Location!.Split('/')[^1]));
        var shown = (await site.SecondReviewer.Browser.GetAsync(review)).Page;
        AssertSaysWhy(shown);
        Assert.Contains("The number is right again", shown.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal($"{review}/decided", (await site.SecondReviewer.Browser.SubmitAsync(shown, $"{review}/publish")).Location);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{En}/providers/sisters")).Status);
        var back = (await site.Editor.Browser.GetAsync(EntryLinks.Entry(id))).Page;
        Assert.DoesNotContain("rings somewhere else", back.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    // Who, when and why, for whoever keeps the entry or decides whether it comes back.
    private void AssertSaysWhy(IHtmlDocument page)
    {
        var said = page.QuerySelector(".warning").Words();
        Assert.Contains($"Taken down: {site.Editor.Name}, ", said, StringComparison.Ordinal);
        Assert.Contains("The number rings somewhere else", said, StringComparison.Ordinal);
    }
}
