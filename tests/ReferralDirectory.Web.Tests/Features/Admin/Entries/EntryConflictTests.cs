using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Conflicts;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin.Entries;

public sealed class EntryConflictTests(EntrySite site)
{
    [Fact]
    public async Task TwoPersonsOnOneEntry_TheLaterChoosesWhereBothChangedTheSame_AndNothingIsLost()
    {
        var id = await site.IdAsync("nevoli-net");
        var names = EntryLinks.Task(id, "names");
        var mine = site.Reviewer.Browser;
        await mine.SubmitAsync(names, names, ("Name[en]", "My name"), ("AlsoKnownAs", "Only mine"));
        await site.SecondReviewer.Browser.SubmitAsync(names, names, ("Name[en]", "Their name"), ("Name[ru]", "Их название"));
        await site.PublishAsync(id, site.SecondReviewer, site.Reviewer);
        var draft = (await site.DraftAsync(id, site.Reviewer)).Id;
        var conflict = EditingLinks.Conflict(draft);
        Assert.Contains(conflict, (await mine.GetAsync(EntryLinks.Entry(id))).Page.Hrefs());

        var question = await mine.SubmitAsync(conflict, conflict);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, question.Status);
        foreach (var text in new[] { "My name", "Their name", "Nevoli.Net" })
        {
            Assert.Contains(text, question.Page.QuerySelector(".conflict").Words(), StringComparison.Ordinal);
        }

        var merged = await mine.SubmitAsync(question.Page, conflict, (ConflictForm.NameOf("Name[en]"), "Mine"));

        Assert.StartsWith("/admin/drafts/", merged.Location, StringComparison.Ordinal);
        var page = (await mine.GetAsync(names)).Page;
        Assert.Equal("My name", page.GetElementById("Name-en")!.GetAttribute("value"));
        Assert.Equal("Их название", page.GetElementById("Name-ru")!.GetAttribute("value"));
        Assert.Equal("Only mine", page.GetElementById("AlsoKnownAs")!.TextContent.Trim());
    }

    [Fact]
    public async Task AChoice_AgainstWhatIsNotPublicAnyMore_IsAskedForAgain_AndKept()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var own = new StaffSite();
        var (mine, theirs) = (await own.NewReviewerAsync("mine@staff.example", cancel), await own.NewReviewerAsync("theirs@staff.example", cancel));
        var id = await own.AskAsync(db => db.Organisations.Where(organisation => organisation.Slug == Slug.Parse("nevoli-net")).Select(organisation => organisation.Id).SingleAsync(cancel));
        var (names, choice) = (EntryLinks.Task(id, "names"), ConflictForm.NameOf("Name[en]"));
        await mine.Browser.SubmitAsync(names, names, ("Name[en]", "My name"));
        var conflict = EditingLinks.Conflict(await DraftAsync(mine));
        await PublishAsync("Their name");
        var question = await mine.Browser.SubmitAsync(conflict, conflict);
        await PublishAsync("Their newer name");

        var asked = await mine.Browser.SubmitAsync(question.Page, conflict, (choice, "Mine"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Look at your choices again", asked.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Contains("Their newer name", asked.Page.QuerySelector(".conflict").Words(), StringComparison.Ordinal);
        Assert.Equal(["Mine"], Visitor.Fields(asked.Page.QuerySelector(".conflict")!).Where(field => field.Name == choice).Select(field => field.Value));
        Assert.StartsWith("/admin/drafts/", (await mine.Browser.SubmitAsync(asked.Page, conflict)).Location, StringComparison.Ordinal);
        Assert.Equal("My name", (await mine.Browser.GetAsync(names)).Page.GetElementById("Name-en")!.GetAttribute("value"));

        async Task PublishAsync(string name)
        {
            await theirs.Browser.SubmitAsync(names, names, ("Name[en]", name));
            var draft = await DraftAsync(theirs);
            await theirs.Browser.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft));
            Assert.Equal(EditingLinks.Decided(draft), (await mine.Browser.SubmitAsync(EditingLinks.Review(draft), EditingLinks.Publish(draft))).Location);
        }

        Task<Guid> DraftAsync(StaffPerson author) =>
            own.AskAsync(db => db.Revisions.Where(revision => revision.AuthorId == author.Id && revision.State == RevisionState.Draft).Select(revision => revision.Id).SingleAsync(cancel));
    }

    [Theory]
    [InlineData("hours", "OpeningHours.Week[0].Opens", "09:30", "11:30", "do", "add-row", "OpeningHours.Week[0].Closes", "18:00")]
    [InlineData("places", "PublicAddress[en]", "1 Theirs Street", "1 My Street", "do", "save", "Agreed", "true")]
    public async Task WhatAnotherWindowSaved_IsNotOverwritten_AfterThePageWasShownAgain(string task, string field, string saved, string typed, string shownAgain, string by, string with, string value)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var own = new StaffSite();
        var browser = (await own.NewReviewerAsync("mine@staff.example", cancel)).Browser;
        var address = EntryLinks.Task(await own.OrganisationAsync("nevoli-net"), task);
        var page = (await browser.GetAsync(address)).Page;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SubmitAsync(address, address, (field, saved), (with, value))).Status);

        // One more line, or a field that is refused: nothing of it is saved.
        var again = await browser.SubmitAsync(page, address, (field, typed), (shownAgain, by));
        var late = await browser.SubmitAsync(again.Page, address, (with, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("another window", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal(saved, ValueIn((await browser.GetAsync(address)).Page));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SubmitAsync(late.Page, address, (with, value))).Status);
        Assert.Equal(typed, ValueIn((await browser.GetAsync(address)).Page));

        string? ValueIn(IHtmlDocument shown) => Visitor.Fields(shown.QuerySelector("form.admin")!).First(given => given.Name == field).Value;
    }
    [Fact]
    public async Task Remove_OfWhatAnotherWindowChanged_RemovesNothing()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var own = new StaffSite();
        var browser = (await own.NewReviewerAsync("mine@staff.example", cancel)).Browser;
        var id = await own.OrganisationAsync("maria");
        var service = await own.AskAsync(db => db.Services.Where(service => service.OrganisationId == id).Select(service => service.Id).FirstAsync(cancel));
        var (list, item, remove) = (EntryLinks.Task(id, "services"), EntryLinks.Item(id, "services", service), EntryLinks.Remove(id, "services", service));
        var page = (await browser.GetAsync(list)).Page;
        await browser.SubmitAsync(item, item, ($"Services[{service}].Description[en]", "Written for an hour."));

        Assert.Equal($"{list}?done=again", (await browser.SubmitAsync(page, remove)).Location);

        Assert.Contains("Written for an hour.", (await browser.GetAsync(list)).Page.QuerySelector("ol.items").Words(), StringComparison.Ordinal);
        Assert.Equal($"{list}?done=removed", (await browser.SubmitAsync(list, remove)).Location);
    }
}
