using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>What is typed on a new entry or term, while its draft goes away in another window, is still there.</summary>
public sealed class PastDraftTests : IAsyncDisposable
{
    private const string Typed = "What took me an hour";

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RevisionState.Submitted)]
    [InlineData(RevisionState.Withdrawn)]
    [InlineData(RevisionState.Rejected)]
    public async Task ANewEntry_WhoseDraftIsPast_IsShownWithWhatWasTyped(RevisionState state)
    {
        var author = await site.NewReviewerAsync("author@past.example", Cancel);
        var other = await site.NewReviewerAsync("other@past.example", Cancel);
        var (entry, draft) = await NewEntryAsync(author);
        var (names, contact) = (EntryLinks.Task(entry, "names"), EntryLinks.NewItem(entry, "contacts"));
        var (namesPage, contactPage) = ((await author.Browser.GetAsync(names)).Page, (await author.Browser.GetAsync(contact)).Page);
        if (state == RevisionState.Withdrawn)
        {
            await author.Browser.SubmitAsync(EditingLinks.Withdraw(draft), EditingLinks.Withdraw(draft));
        }
        else
        {
            await author.Browser.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft));
        }

        if (state == RevisionState.Rejected)
        {
            await other.Browser.SubmitAsync(EditingLinks.Review(draft), EditingLinks.Reject(draft), ("reason", "We have it"));
        }

        var late = await author.Browser.SubmitAsync(namesPage, names, ("Name[en]", Typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal(Typed, late.Page.GetElementById("Name-en")!.GetAttribute("value"));
        Assert.Equal([EditingLinks.Sent(draft)], late.Page.Hrefs(".errors a"));
        Assert.Empty(late.Page.QuerySelectorAll("form.admin .buttons button"));
        Assert.Equal(HttpStatusCode.OK, (await author.Browser.GetAsync(EditingLinks.Sent(draft))).Status);

        var number = await author.Browser.SubmitAsync(contactPage, contact, ("Kind", "Phone"), ($"Contacts[{Guid.Empty}]", "+7 902 123-45-61"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, number.Status);
        Assert.Contains("123-45-61", number.Page.QuerySelector<IHtmlInputElement>("form.admin input[name^=Contacts]")!.Value, StringComparison.Ordinal);

        // A form whose token was lost is kept as one whose session ended.
        author.Browser.Cookies.Remove(StaffCookies.Form);
        var kept = await author.Browser.SubmitAsync(namesPage, names, ("Name[en]", Typed));
        Assert.Equal(Typed, (await author.Browser.GetAsync(kept.Location!)).Page.GetElementById("Name-en")!.GetAttribute("value"));

        // Nothing was written by it, and without anything typed there is no such page.
        Assert.Equal(1, await site.AskAsync(db => db.Revisions.CountAsync(revision => revision.SubjectId == entry, Cancel)));
        if (state != RevisionState.Submitted)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await author.Browser.GetAsync(names)).Status);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ANewTerm_WhoseDraftIsPast_IsShownWithWhatWasTyped_AndBecomesANewDraft(bool isSent)
    {
        var author = await site.NewAdministratorAsync("author@past.example", Cancel);
        var added = "/admin/terms/audience/new";
        var saved = await author.Browser.SubmitAsync(added, added, ("Name[en]", "Pilots"), ("Name[ru]", "Пилоты"), ("Slug", "pilots"), ("do", "save"));
        var term = saved.Location!.Split('?')[0];
        var page = (await author.Browser.GetAsync(term)).Page;
        var draft = Guid.Parse(page.QuerySelector("[name=revisionId]")!.GetAttribute("value")!);
        var done = isSent
            ? await author.Browser.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft))
            : await author.Browser.SubmitAsync(EditingLinks.Withdraw(draft), EditingLinks.Withdraw(draft));
        Assert.Equal(EditingLinks.Sent(draft), done.Location);

        var late = await author.Browser.SubmitAsync(page, term, ("Name[en]", Typed), ("do", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("What you typed is still here", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal(Typed, late.Page.GetElementById("Name-en")!.GetAttribute("value"));
        author.Browser.Cookies.Remove(StaffCookies.Form);
        var kept = await author.Browser.SubmitAsync(page, term, ("Name[en]", Typed), ("do", "save"));
        Assert.Equal(Typed, (await author.Browser.GetAsync(kept.Location!)).Page.GetElementById("Name-en")!.GetAttribute("value"));

        var again = await author.Browser.SubmitAsync(late.Page, term, ("do", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Equal(Typed, (await author.Browser.GetAsync(again.Location!)).Page.GetElementById("Name-en")!.GetAttribute("value"));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // Like one that is there, so that it can be sent.
    private async Task<(Guid Id, Guid Draft)> NewEntryAsync(StaffPerson author)
    {
        var countries = await site.AskAsync(db => db.Countries.Select(country => country.Id).ToListAsync(Cancel));
        var actor = new Actor(author.Id, false, countries.ToHashSet(), new HashSet<Guid>());
        var maria = await site.OrganisationAsync("maria");
        var desk = site.Site.Services.GetRequiredService<DraftDesk>();
        var model = (OrganisationDraft)(await desk.OpenAsync(actor, new Subject(SubjectKind.Organisation, maria), Cancel))!.Draft;
        var draft = model with { Slug = "copy", Name = [.. model.Name.Select(name => name with { Text = $"{name.Text} 2" })], AlsoKnownAs = [] };
        var saved = Assert.IsType<EditResult.Done>(await desk.SaveAsync(actor, new DraftInput { Draft = draft, CountryId = countries[0] }, Cancel)).Revision!;
        return (saved.Subject.Id, saved.Id);
    }
}
