using System.Net;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class ReviewTests(ReviewSite site)
{
    private const string Approve = "Approve and publish";

    private const string Resume = "Change it and send it again";

    [Fact]
    public async Task AChangedNumber_IsMarkedInTheQueue_Rejected_SentAgain_Approved_AndPublic()
    {
        var sent = await site.SubmitAsync(site.Editor, "maria", draft => draft.WithContact(ContactKind.Phone, "+79021234567"), "New office");
        var reviewer = site.Reviewer.Browser;
        var line = (await reviewer.GetAsync("/admin/review")).Page.QuerySelectorAll(".rows li").Single(line => line.QuerySelector($"a[href='/admin/review/{sent.Id}']") is not null);
        Assert.Contains("A number or an address changes", line.Words(), StringComparison.Ordinal);
        Assert.Contains("Note: New office", line.Words(), StringComparison.Ordinal);

        var page = (await reviewer.GetAsync($"/admin/review/{sent.Id}")).Page;
        Assert.Contains("+7 902 123-45-67", page.QuerySelector(".changes .contact .after").Words(), StringComparison.Ordinal);
        var nothing = await FilledForm.With(page, "Reject").PressAsync(reviewer, "Reject");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Equal(["#reason"], nothing.Page.Hrefs(".errors a"));
        var rejected = await FilledForm.With(nothing.Page, "Reject").Fill("Reason for rejecting it", "Is that the office?").PressAsync(reviewer, "Reject");
        Assert.Equal("Rejected", (await reviewer.GetAsync(rejected.Location!)).Page.QuerySelector("h1").Words());

        var editor = site.Editor.Browser;
        var overview = (await editor.GetAsync("/admin")).Page;
        Assert.Contains("Is that the office?", overview.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal($"/admin/drafts/{sent.Id}/sent", (await editor.GetAsync($"/admin/drafts/{sent.Id}")).Location);
        var entry = (await editor.GetAsync($"/admin/organisations/{sent.Subject.Id}")).Page;
        Assert.Contains("Rejected: Is that the office?", entry.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal($"/admin/organisations/{sent.Subject.Id}", (await FilledForm.With(entry, Resume).PressAsync(editor, Resume)).Location);
        // Pressed twice, or in another window: there is one draft.
        Assert.Equal($"/admin/drafts/{sent.Id}/sent", (await FilledForm.With(entry, Resume).PressAsync(editor, Resume)).Location);
        var resumed = (await editor.GetAsync($"/admin/organisations/{sent.Subject.Id}")).Page;
        Assert.Contains("changed", resumed.QuerySelectorAll(".tasks .state").Select(state => state.Words()));
        Assert.DoesNotContain("Rejected:", resumed.QuerySelector("main").Words(), StringComparison.Ordinal);
        var draft = resumed.Hrefs("main a.button").Single();
        var again = await FilledForm.With((await editor.GetAsync(draft)).Page, "Send for review").Fill("Why you change it", "Yes, I called").PressAsync(editor, "Send for review");
        Assert.Equal("Sent for review", (await editor.GetAsync(again.Location!)).Page.QuerySelector("h1").Words());
        Assert.DoesNotContain("Is that the office?", (await editor.GetAsync("/admin")).Page.QuerySelector("main").Words(), StringComparison.Ordinal);

        var second = $"/admin/review/{draft.Split('/')[^1]}";
        await FilledForm.With((await reviewer.GetAsync(second)).Page, Approve).PressAsync(reviewer, Approve);
        var shown = await site.Site.Site.Client.GetPageAsync("/en/russian-federation/providers/maria", TestContext.Current.CancellationToken);
        Assert.Contains("tel:+79021234567", shown.Hrefs());
    }

    [Fact]
    public async Task AnApproval_IsOfWhatWasShown_AndSaysSoWhenThatIsPast()
    {
        var sent = await site.SubmitAsync(site.Editor, "ingo", draft => draft.WithContact(ContactKind.Phone, "+79021234568"));
        var reviewer = site.Reviewer.Browser;
        var form = FilledForm.With((await reviewer.GetAsync($"/admin/review/{sent.Id}")).Page, Approve);
        await site.Get<DraftDesk>().WithdrawAsync(await site.ActorAsync(site.Editor), sent.Id, sent.Version, TestContext.Current.CancellationToken);

        var answer = await form.PressAsync(reviewer, Approve);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Its author took this back meanwhile.", answer.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal(RevisionState.Withdrawn, await site.StateAsync(sent.Id));
        var other = await site.SubmitAsync(site.Editor, "ingo", draft => draft.WithContact(ContactKind.Phone, "+79021234569"));
        var wrong = await FilledForm.With((await reviewer.GetAsync($"/admin/review/{other.Id}")).Page, Approve).Set("version", Guid.NewGuid().ToString()).PressAsync(reviewer, Approve);
        Assert.Contains("This has changed since you opened the page.", wrong.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Contains("+7 902 123-45-69", wrong.Page.QuerySelector(".changes .after").Words(), StringComparison.Ordinal);
        Assert.Equal(RevisionState.Submitted, await site.StateAsync(other.Id));
    }

    [Fact]
    public async Task ASecondChange_WhileTheFirstWaits_IsKept_AndThePageSaysWhatToDo()
    {
        var first = await site.SubmitAsync(site.Reviewer, "safe-house", draft => draft.WithDescription("Said once."));
        var second = await site.SaveAsync(site.Reviewer, "safe-house", draft => draft.WithDescription("Said again."));
        var reviewer = site.Reviewer.Browser;

        var answer = await FilledForm.With((await reviewer.GetAsync($"/admin/drafts/{second.Id}")).Page, "Send for review").PressAsync(reviewer, "Send for review");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("an earlier change of yours to the same still waits", answer.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal([$"/admin/drafts/{first.Id}/sent"], answer.Page.Hrefs(".errors a"));
        Assert.Equal((RevisionState.Submitted, RevisionState.Draft), (await site.StateAsync(first.Id), await site.StateAsync(second.Id)));
    }

    [Fact]
    public async Task Nobody_ApprovesTheirOwnNumber_EvenByPostingIt()
    {
        var sent = await site.SubmitAsync(site.Reviewer, "alternative", draft => draft.WithContact(ContactKind.Website, "https://elsewhere.example/"));
        var browser = site.Reviewer.Browser;
        var page = (await browser.GetAsync($"/admin/review/{sent.Id}")).Page;
        var queue = (await browser.GetAsync("/admin/review")).Page;

        var forced = await browser.PostAsync($"/admin/review/{sent.Id}/publish", [.. Visitor.Fields(page.QuerySelector("main form")!)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Contains("it needs somebody who did not", forced.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal(RevisionState.Submitted, await site.StateAsync(sent.Id));
        Assert.Contains("These wait for somebody else.", queue.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOvertakenDraft_IsBroughtUpToDate_ByChoosing()
    {
        var late = await site.SaveAsync(site.Editor, "stellit", draft => draft.WithDescription("What I wrote."));
        var first = await site.SubmitAsync(site.Reviewer, "stellit", draft => draft.WithDescription("What they wrote."));
        await site.Get<ReviewDesk>().PublishAsync(await site.ActorAsync(site.Reviewer), first.Id, first.Version, TestContext.Current.CancellationToken);
        var editor = site.Editor.Browser;

        Assert.Contains($"/admin/drafts/{late.Id}/conflict", (await editor.GetAsync($"/admin/drafts/{late.Id}")).Page.Hrefs());
        var start = FilledForm.With((await editor.GetAsync($"/admin/drafts/{late.Id}/conflict")).Page, "Compare");
        var choose = await start.PressAsync(editor, "Compare");
        Assert.Contains("What they wrote.", choose.Page.QuerySelector("main form").Words(), StringComparison.Ordinal);
        Assert.Contains("What I wrote.", choose.Page.QuerySelector("main form").Words(), StringComparison.Ordinal);
        var done = await FilledForm.With(choose.Page, "Continue").Choose("What you wrote").PressAsync(editor, "Continue");

        var draft = (await editor.GetAsync(done.Location!)).Page;
        Assert.Contains("What I wrote.", string.Concat(draft.QuerySelectorAll(".after").Select(side => side.Words())), StringComparison.Ordinal);
        Assert.Equal(RevisionState.Withdrawn, await site.StateAsync(late.Id));
    }

    [Fact]
    public async Task EveryPageAndAction_OfAnothersRevision_IsNotFound()
    {
        var sent = await site.SubmitAsync(site.Editor, "warm-house-on-the-mountain", draft => draft.WithContact(ContactKind.Phone, "+79021234570"));
        var stranger = site.OtherEditor.Browser;
        var form = Visitor.Fields((await stranger.GetAsync("/admin/account/name")).Page.QuerySelector("main form")!).Where(field => field.Name == "__token").ToList();
        Assert.NotEmpty(form);
        var organisation = await site.OrganisationAsync("warm-house-on-the-mountain");
        var step = await site.StepTextAsync(StepKey.Encounter, "ru");

        foreach (var address in new[] { $"/admin/review/{sent.Id}", $"/admin/review/{sent.Id}/decided", $"/admin/drafts/{sent.Id}", $"/admin/drafts/{sent.Id}/sent", $"/admin/drafts/{sent.Id}/withdraw", $"/admin/drafts/{sent.Id}/conflict", $"/admin/history/{sent.Id}", $"/admin/history/organisation/{organisation}", $"/admin/steps/{step}", $"/admin/history/step-text/{step}", $"/admin/history/audience/{organisation}", $"/admin/history/nothing/{organisation}" })
        {
            Assert.True((await stranger.GetAsync(address)).Status == HttpStatusCode.NotFound, address);
        }

        foreach (var address in new[] { $"/admin/review/{sent.Id}/publish", $"/admin/review/{sent.Id}/reject", $"/admin/drafts/{sent.Id}/send", $"/admin/drafts/{sent.Id}/withdraw", $"/admin/drafts/{sent.Id}/conflict", $"/admin/history/{sent.Id}/restore", $"/admin/steps/{step}" })
        {
            Assert.True((await stranger.PostAsync(address, [.. form, ("version", sent.Version.ToString()), ("reason", "x")])).Status == HttpStatusCode.NotFound, address);
        }

        foreach (var address in new[] { "/admin/review", "/admin/steps", "/admin/terms", "/admin/audit" })
        {
            Assert.True((await stranger.GetAsync(address)).Status == HttpStatusCode.Forbidden, address);
        }

        // Whoever may read it, but not decide, is told so instead.
        var author = site.Editor.Browser;
        var own = Visitor.Fields((await author.GetAsync("/admin/account/name")).Page.QuerySelector("main form")!).Where(field => field.Name == "__token").ToList();
        Assert.Equal(HttpStatusCode.Forbidden, (await author.PostAsync($"/admin/review/{sent.Id}/publish", [.. own, ("version", sent.Version.ToString())])).Status);
        Assert.Equal(RevisionState.Submitted, await site.StateAsync(sent.Id));
    }
}
