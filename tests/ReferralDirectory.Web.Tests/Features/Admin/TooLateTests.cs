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

/// <summary>Reasons and notes for what somebody else did first: there is nothing left to do with them, but they can be copied.</summary>
public sealed class TooLateTests : IAsyncLifetime
{
    private const string Typed = "What took me an hour";

    private readonly StaffSite site = new();

    private StaffPerson first = null!;
    private StaffPerson second = null!;
    private Guid maria;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        first = await site.NewReviewerAsync("first@late.example", Cancel);
        second = await site.NewReviewerAsync("second@late.example", Cancel);
        maria = await site.OrganisationAsync("maria");
    }

    [Fact]
    public async Task TheReasonOfARejection_WhereTheAuthorTookItBack()
    {
        var draft = await SaveAsync(first);
        await first.Browser.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft));
        var page = (await second.Browser.GetAsync(EditingLinks.Review(draft))).Page;
        await first.Browser.SubmitAsync(EditingLinks.Withdraw(draft), EditingLinks.Withdraw(draft));

        var late = await second.Browser.SubmitAsync(page, EditingLinks.Reject(draft), ("reason", Typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Its author took this back meanwhile.", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        AssertCanBeCopied(late.Page);
        AssertCanBeCopied(await KeptAsync(second, page, EditingLinks.Reject(draft), "reason"));
        Assert.Empty((await second.Browser.GetAsync(EditingLinks.Review(draft))).Page.QuerySelectorAll("textarea"));
    }

    [Fact]
    public async Task TheReasonsOfTakingDownAndBringingBack_WhereSomebodyElseDidIt()
    {
        var (down, back) = (EntryLinks.TakeDown(maria), EntryLinks.BringBack(maria));
        var page = (await second.Browser.GetAsync(down)).Page;
        await first.Browser.SubmitAsync(down, down, ("reason", "Another reason"));

        var late = await second.Browser.SubmitAsync(page, down, ("reason", Typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("The entry was taken down already.", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Contains("Another reason", late.Page.QuerySelector(".warning").Words(), StringComparison.Ordinal);
        AssertCanBeCopied(late.Page);
        // The same once more is no loss, nor is nothing.
        Assert.Equal($"{EntryLinks.Entry(maria)}?done=is-down", (await second.Browser.SubmitAsync(page, down, ("reason", "Another reason"))).Location);
        Assert.Equal(EntryLinks.Entry(maria), (await second.Browser.GetAsync(down)).Location);
        AssertCanBeCopied(await KeptAsync(second, page, down, "reason"));

        page = (await second.Browser.GetAsync(back)).Page;
        await site.AskAsync(db => db.Organisations.Where(o => o.Id == maria).ExecuteUpdateAsync(set => set.SetProperty(o => o.TakenDown, (DateTime?)null), Cancel));
        late = await second.Browser.SubmitAsync(page, back, ("reason", Typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("There is nothing to bring back.", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        AssertCanBeCopied(late.Page);
        AssertCanBeCopied(await KeptAsync(second, page, back, "reason"));
    }

    [Fact]
    public async Task TheNoteOfADraft_ThatWasSentInAnotherWindow()
    {
        var draft = await SaveAsync(first);
        var page = (await first.Browser.GetAsync(EditingLinks.Draft(draft))).Page;
        await first.Browser.SubmitAsync(page, EditingLinks.Send(draft), ("note", "Another note"));

        var late = await first.Browser.SubmitAsync(page, EditingLinks.Send(draft), ("note", Typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal("Sent for review", late.Page.QuerySelector("h1").Words());
        AssertCanBeCopied(late.Page);
        Assert.Equal(EditingLinks.Sent(draft), (await first.Browser.SubmitAsync(page, EditingLinks.Send(draft), ("note", "Another note"))).Location);
        AssertCanBeCopied(await KeptAsync(first, page, EditingLinks.Send(draft), "note"));
    }

    [Fact]
    public async Task TheNoteOfADraft_ThatWasOvertaken()
    {
        var draft = await SaveAsync(first);
        var page = (await first.Browser.GetAsync(EditingLinks.Draft(draft))).Page;
        var other = await SaveAsync(second);
        await second.Browser.SubmitAsync(EditingLinks.Draft(other), EditingLinks.Send(other), ("publish", "true"));

        AssertCanBeCopied(await KeptAsync(first, page, EditingLinks.Send(draft), "note"));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static void AssertCanBeCopied(IHtmlDocument page)
    {
        var copy = Assert.Single(page.QuerySelectorAll<IHtmlTextAreaElement>("textarea"));
        Assert.Equal((Typed, true), (copy.Value, copy.IsReadOnly));
        Assert.Contains("Copy what you still need.", copy.Closest("section").Words(), StringComparison.Ordinal);
    }

    // A form whose token was lost is kept as one whose session ended.
    private static async Task<IHtmlDocument> KeptAsync(StaffPerson person, IHtmlDocument page, string address, string field)
    {
        person.Browser.Cookies.Remove(StaffCookies.Form);
        var sent = await person.Browser.SubmitAsync(page, address, (field, Typed));
        Assert.StartsWith($"{address}?kept=", sent.Location, StringComparison.Ordinal);
        var shown = await person.Browser.GetAsync(sent.Location!);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        return shown.Page;
    }

    // A text that a reviewer may publish alone.
    private async Task<Guid> SaveAsync(StaffPerson person)
    {
        var desk = site.Site.Services.GetRequiredService<DraftDesk>();
        var actor = new Actor(person.Id, false, (await site.AskAsync(db => db.Countries.Select(country => country.Id).ToListAsync(Cancel))).ToHashSet(), new HashSet<Guid>());
        var start = (await desk.OpenAsync(actor, new Subject(SubjectKind.Organisation, maria), Cancel))!;
        var draft = ((OrganisationDraft)start.Draft).WithDescription($"As {person.Name} says.");
        return Assert.IsType<EditResult.Done>(await desk.SaveAsync(actor, new DraftInput { Draft = draft, SubjectId = maria, BaseVersion = start.BaseVersion }, Cancel)).Revision!.Id;
    }
}
