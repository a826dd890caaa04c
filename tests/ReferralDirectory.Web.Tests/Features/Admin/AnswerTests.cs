using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>An organisation without an account answers by a one-time link.</summary>
public sealed class AnswerTests : IAsyncDisposable
{
    private const string Maria = $"{SiteFixture.En}/providers/maria";

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALink_IsMade_Opened_Answered_Approved_AndThePublicSeesIt()
    {
        var maker = (await site.NewReviewerAsync("maker@link.example", Cancel)).Browser;
        var other = (await site.NewReviewerAsync("other@link.example", Cancel)).Browser;
        var address = await MakeAsync(maker);
        var organisation = site.NewVisitor(Cancel);

        var opened = await organisation.GetAsync(address);
        Assert.Equal("Are these contacts right? – Referral Directory", opened.Page.Title);
        Assert.Equal("no-store", opened.Headers["Cache-Control"].Single());
        Assert.Equal("noindex, nofollow, noarchive", opened.Headers["X-Robots-Tag"].Single());
        Assert.All(organisation.SetCookies, cookie => Assert.StartsWith("__Host-form=", cookie, StringComparison.Ordinal));
        Assert.Null(opened.Page.QuerySelector("nav.main"));
        var marks = opened.Page.QuerySelectorAll("input[value=right]").Select(radio => radio.GetAttribute("name")!).ToList();
        var before = await site.Site.Client.GetStringAsync(Maria, Cancel);

        var sent = await organisation.SubmitAsync(opened.Page, address, [.. marks.Skip(1).Select(mark => (mark, "right")), (marks[0], "wrong"), (marks[0].Replace("is-", "new-", StringComparison.Ordinal), "+7 902 123-45-77"), ("note", "We have a new number")]);
        Assert.Equal((HttpStatusCode.SeeOther, "/admin/answered"), (sent.Status, sent.Location));
        Assert.Equal("Thank you", (await organisation.GetAsync(sent.Location!)).Page.QuerySelector("h1").Words());
        Assert.Equal(before, await site.Site.Client.GetStringAsync(Maria, Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await organisation.GetAsync(address)).Status);

        // While it waits, the organisation is not asked again.
        var links = $"/admin/organisations/{await site.OrganisationAsync("maria")}/link";
        var refused = await maker.SubmitAsync(links, links);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("an answer of this organisation waits for review", refused.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);

        // Who made the link may refuse, and not approve.
        var review = (await maker.GetAsync("/admin/review")).Page.Hrefs(".rows h3 a").Single();
        var asMaker = (await maker.GetAsync(review)).Page;
        Assert.Null(asMaker.QuerySelector($"form[action='{review}/publish']"));
        Assert.NotNull(asMaker.QuerySelector($"form[action='{review}/reject']"));
        var asOther = (await other.GetAsync(review)).Page;
        Assert.Contains("the organisation, by a link", asOther.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Contains("We have a new number", asOther.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(marks.Count, asOther.QuerySelectorAll("main li").Count(line => line.Words().StartsWith("Right – ", StringComparison.Ordinal) || line.Words().StartsWith("Wrong – ", StringComparison.Ordinal)));
        await other.SubmitAsync(asOther, $"{review}/publish");

        var page = await site.Site.Client.GetPageAsync(Maria, Cancel);
        Assert.Contains("tel:+79021234577", page.Hrefs(".contacts a"));
        Assert.Equal(marks.Count - 1, page.QuerySelectorAll(".confirmed").Count(text => text.Words().StartsWith("Confirmed by the organisation itself on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AnAnswer_ThatAnotherPublicationOvertook_IsBroughtUpToDate_ByAReviewer_AndApprovedByAnother()
    {
        var maker = (await site.NewReviewerAsync("maker@link.example", Cancel)).Browser;
        var merging = await site.NewReviewerAsync("merging@link.example", Cancel);
        var third = await site.NewReviewerAsync("third@link.example", Cancel);
        var address = await MakeAsync(maker);
        var organisation = site.NewVisitor(Cancel);
        var opened = (await organisation.GetAsync(address)).Page;
        var marks = opened.QuerySelectorAll("input[value=right]").Select(radio => radio.GetAttribute("name")!).ToList();
        await organisation.SubmitAsync(opened, address, [.. marks.Skip(1).Select(mark => (mark, "right")), (marks[0], "wrong"), (marks[0].Replace("is-", "new-", StringComparison.Ordinal), "+7 902 123-45-77")]);
        await PublishLanguagesAsync(third.Id);

        var review = (await merging.Browser.GetAsync("/admin/review")).Page.Hrefs(".rows h3 a").Single();
        var conflict = (await merging.Browser.GetAsync(review)).Page.Hrefs(".warning a").Single();
        var shown = (await merging.Browser.GetAsync(conflict)).Page;
        Assert.Contains("It becomes a draft of yours", shown.QuerySelector("main").Words(), StringComparison.Ordinal);
        var draft = (await merging.Browser.SubmitAsync(shown, conflict)).Location!;
        Assert.Equal($"{draft}/sent", (await merging.Browser.SubmitAsync(draft, $"{draft}/send")).Location);
        var merged = draft.Replace("drafts", "review", StringComparison.Ordinal);
        // Neither who made the link nor who put the two together.
        Assert.Null((await maker.GetAsync(merged)).Page.QuerySelector($"form[action='{merged}/publish']"));
        Assert.Equal($"{merged}/decided", (await third.Browser.SubmitAsync(merged, $"{merged}/publish")).Location);

        var page = await site.Site.Client.GetPageAsync(Maria, Cancel);
        Assert.Contains("tel:+79021234577", page.Hrefs(".contacts a"));
        Assert.Equal(marks.Count - 1, page.QuerySelectorAll(".confirmed").Count(text => text.Words().StartsWith("Confirmed by the organisation itself on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhatCannotBeTaken_IsSaid_InTheReadersLanguage_AndLosesNothing()
    {
        var address = await MakeAsync((await site.NewReviewerAsync("maker@link.example", Cancel)).Browser);
        var organisation = site.NewVisitor(Cancel);
        organisation.Headers["Accept-Language"] = "ru";
        var nothing = await organisation.SubmitAsync(address, address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Отметьте хотя бы один контакт", nothing.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);

        var mark = nothing.Page.QuerySelector("input[value=right]")!.GetAttribute("name")!;
        var faulty = await organisation.SubmitAsync(address, address, (mark, "wrong"), (mark.Replace("is-", "new-", StringComparison.Ordinal), "позвоните мне"), ("note", "Заметка"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.Status);
        Assert.Equal("позвоните мне", faulty.Page.QuerySelector($"[name='{mark.Replace("is-", "new-", StringComparison.Ordinal)}']")!.GetAttribute("value"));
        Assert.Contains("Заметка", faulty.Page.QuerySelector("textarea").Words(), StringComparison.Ordinal);

        foreach (var length in new[] { 100_000, 3_000_000 })
        {
            var tooMuch = await organisation.SubmitAsync(address, address, ("note", new string('x', length)));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooMuch.Status);
            Assert.Contains("слишком длинный", tooMuch.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        }

        // As much as an answer can hold, six bytes a letter: it is read, and its faults are told.
        var most = await organisation.SubmitAsync(address, address, [(mark, "wrong"), ("note", new string('ж', Revision.NoteMaxLength)), .. nothing.Page.QuerySelectorAll("input[name^=new-]").Select(field => (field.GetAttribute("name")!, new string('ж', ContactPoint.ValueMaxLength)))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, most.Status);
        using var upload = new MultipartFormDataContent { { new ByteArrayContent(new byte[100_000]), "file", "answer" } };
        Assert.InRange((int)(await organisation.PostAsync(address, upload)).Status, 400, 413);
        Assert.Equal(0, await site.AskAsync(db => db.Revisions.CountAsync(Cancel)));
    }

    [Fact]
    public async Task ACorrection_OfAContactThatIsReplacedMeanwhile_CanBeCopied_AndTheAnswerSent()
    {
        var address = await MakeAsync((await site.NewReviewerAsync("maker@link.example", Cancel)).Browser);
        var organisation = site.NewVisitor(Cancel);
        var opened = (await organisation.GetAsync(address)).Page;
        var marks = opened.QuerySelectorAll("input[value=right]").Select(radio => radio.GetAttribute("name")!).ToList();
        var correction = marks[0].Replace("is-", "new-", StringComparison.Ordinal);
        var gone = Guid.Parse(marks[0].AsSpan("is-".Length));
        // As when somebody publishes another value, whose id is a new one.
        await site.AskAsync(db => db.ContactPoints.Where(contact => contact.Id == gone).ExecuteUpdateAsync(set => set.SetProperty(contact => contact.Id, Guid.NewGuid()), Cancel));

        var late = await organisation.SubmitAsync(opened, address, (marks[0], "wrong"), (correction, "+7 902 123-45-77"), (marks[1], "right"), ("note", "Our note"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("The entry was changed while you read it.", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal("+7 902 123-45-77", late.Page.QuerySelector("input[readonly]")!.GetAttribute("value"));

        // It stays there as long as something is to be changed, and is no answer of its own.
        var again = await organisation.SubmitAsync(late.Page, address, ("note", new string('x', Revision.NoteMaxLength + 1)));
        Assert.Equal("+7 902 123-45-77", Assert.Single(again.Page.QuerySelectorAll("input[readonly]")).GetAttribute("value"));
        Assert.Equal("/admin/answered", (await organisation.SubmitAsync(again.Page, address, ("note", "Our note"))).Location);
    }

    [Fact]
    public async Task AnAnswer_ByALinkThatEndedMeanwhile_CanBeCopied()
    {
        var maker = (await site.NewReviewerAsync("maker@link.example", Cancel)).Browser;
        var address = await MakeAsync(maker);
        var organisation = site.NewVisitor(Cancel);
        var opened = (await organisation.GetAsync(address)).Page;
        var correction = opened.QuerySelector("input[name^=new-]")!.GetAttribute("name")!;
        await MakeAsync(maker);

        var late = await organisation.SubmitAsync(opened, address, (correction, "+7 902 123-45-77"), ("note", "Our note"));

        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Equal("This link does not work", late.Page.QuerySelector("h1").Words());
        Assert.Equal("+7 902 123-45-77", Assert.Single(late.Page.QuerySelectorAll("input[readonly]")).GetAttribute("value"));
        Assert.Equal("Our note", Assert.Single(late.Page.QuerySelectorAll("textarea[readonly]")).Words());
    }

    [Fact]
    public async Task AnAnswer_WhoseBrowserLostTheToken_ComesBack_AndIsSentByHand()
    {
        var maker = (await site.NewReviewerAsync("maker@link.example", Cancel)).Browser;
        var address = await MakeAsync(maker);
        var organisation = site.NewVisitor(Cancel);
        var opened = (await organisation.GetAsync(address)).Page;
        var correction = opened.QuerySelector("input[name^=new-]")!.GetAttribute("name")!;
        organisation.Cookies.Clear();

        var refused = await organisation.SubmitAsync(opened, address, (correction, "+7 902 123-45-77"), ("note", "Our note"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Nothing was sent", refused.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal("+7 902 123-45-77", refused.Page.QuerySelector($"[name='{correction}']")!.GetAttribute("value"));
        Assert.Equal(0, await site.AskAsync(db => db.Revisions.CountAsync(Cancel)));
        Assert.Equal("/admin/answered", (await organisation.SubmitAsync(refused.Page, address)).Location);

        // And where the link has ended meanwhile, too, what was typed can be copied.
        organisation.Cookies.Clear();
        var late = await organisation.SubmitAsync(refused.Page, address);
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Equal("+7 902 123-45-77", Assert.Single(late.Page.QuerySelectorAll("input[readonly]")).GetAttribute("value"));
    }

    [Fact]
    public async Task ManyAnswersFromOneAddress_Wait()
    {
        var address = await MakeAsync((await site.NewReviewerAsync("maker@link.example", Cancel)).Browser);
        var organisation = site.NewVisitor(Cancel);
        Answer answer;
        var tries = 0;
        do
        {
            answer = await organisation.SubmitAsync(address, address);
        }
        while (answer.Status != HttpStatusCode.TooManyRequests && ++tries < 100);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.NotEmpty(answer.Headers["Retry-After"]);
    }

    [Fact]
    public async Task OnlyTheHashOfTheToken_IsStored_AndOnlyReviewersMakeLinks()
    {
        var id = await site.OrganisationAsync("maria");
        var address = await MakeAsync((await site.NewReviewerAsync("maker@link.example", Cancel)).Browser);
        var token = address.Split('/')[^1];
        Assert.NotEqual(token, await site.AskAsync(db => db.ConfirmationLinks.Select(link => link.TokenHash).SingleAsync(Cancel)));

        foreach (var person in new[] { await site.NewAdministratorAsync("administrator@link.example", Cancel), await site.NewPersonAsync("editor@link.example", Cancel, new StaffGrant { Role = StaffRole.Editor, OrganisationId = id }) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await person.Browser.GetAsync($"/admin/organisations/{id}/link")).Status);
            Assert.DoesNotContain($"/admin/organisations/{id}/link", (await person.Browser.GetAsync($"/admin/organisations/{id}")).Page.Hrefs());
        }
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task PublishLanguagesAsync(Guid reviewer)
    {
        var (services, id) = (site.Site.Services, await site.OrganisationAsync("maria"));
        var actor = new Actor(reviewer, false, (await site.AskAsync(db => db.Countries.Select(country => country.Id).ToListAsync(Cancel))).ToHashSet(), new HashSet<Guid>());
        var start = (await services.GetRequiredService<DraftDesk>().OpenAsync(actor, new Subject(SubjectKind.Organisation, id), Cancel))!;
        var input = new DraftInput { Draft = (OrganisationDraft)start.Draft with { LanguagesSpoken = ["tg"] }, SubjectId = id, BaseVersion = start.BaseVersion };
        var saved = Assert.IsType<EditResult.Done>(await services.GetRequiredService<DraftDesk>().SaveAsync(actor, input, Cancel)).Revision!;
        var sent = Assert.IsType<EditResult.Done>(await services.GetRequiredService<DraftDesk>().SubmitAsync(actor, saved.Id, saved.Version, Cancel)).Revision!;
        Assert.IsType<EditResult.Done>(await services.GetRequiredService<ReviewDesk>().PublishAsync(actor, sent.Id, sent.Version, Cancel));
    }

    private async Task<string> MakeAsync(Visitor reviewer)
    {
        var page = $"/admin/organisations/{await site.OrganisationAsync("maria")}/link";
        var made = await reviewer.SubmitAsync(page, page);
        return new Uri(made.Page.QuerySelector("#link").Words()).PathAndQuery;
    }
}
