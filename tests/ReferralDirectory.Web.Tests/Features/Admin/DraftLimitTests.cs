using System.Net;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Somebody with as many drafts as one may have.</summary>
public sealed class DraftLimitTests(ReviewSite site)
{
    [Fact]
    public async Task WhoHasTooManyDrafts_IsToldWhatToDo_AndLosesNothing()
    {
        var person = await site.Site.NewReviewerAsync("drafts@review.example", TestContext.Current.CancellationToken);
        var browser = person.Browser;
        RevisionSummary draft = null!;
        for (var i = 0; i < DraftDesk.MaxDrafts; i++)
        {
            draft = await site.SaveAsync(person, "migration-research-center", old => old.WithDescription("Not yet."));
        }

        // What was typed stays on the page.
        const string Save = "Save the draft";
        var form = FilledForm.With((await browser.GetAsync($"/admin/steps/{await site.StepTextAsync(StepKey.VoluntaryReturn, "en")}")).Page, Save);
        var refused = await form.Fill("Summary", "What I typed.").PressAsync(browser, Save);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("you have 50 drafts already", refused.Page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        Assert.Equal("What I typed.", FilledForm.With(refused.Page, Save).ValueOf("Summary"));

        var add = FilledForm.With((await browser.GetAsync("/admin/organisations/new")).Page, "Save and go on");
        refused = await add.Set("Name[en]", "Newcomers").PressAsync(browser, "Save and go on");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("you have 50 drafts already", refused.Page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        Assert.Contains("Newcomers", Visitor.Fields(refused.Page.QuerySelector("form.admin")!).Select(field => field.Value));

        // A button leads to where the drafts are.
        const string Restore = "Make a draft of it";
        await site.Get<DraftDesk>().SubmitAsync(await site.ActorAsync(person), draft.Id, draft.Version, TestContext.Current.CancellationToken);
        var last = await site.SaveAsync(person, "migration-research-center", old => old.WithDescription("Not yet, either."));
        await site.Get<DraftDesk>().WithdrawAsync(await site.ActorAsync(person), last.Id, last.Version, TestContext.Current.CancellationToken);
        await site.SaveAsync(person, "migration-research-center", old => old.WithDescription("Not yet."));
        var pressed = await FilledForm.With((await browser.GetAsync($"/admin/history/{last.Id}")).Page, Restore).PressAsync(browser, Restore);
        Assert.Equal("/admin?full=true", pressed.Location);
        var overview = (await browser.GetAsync(pressed.Location!)).Page;
        Assert.Contains("you have 50 already", overview.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        Assert.Contains("/admin/drafts/", string.Join(' ', overview.Hrefs()), StringComparison.Ordinal);
    }
}
