using System.Net;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class StepTextTests(ReviewSite site)
{
    private const string Check = "Save and check the changes";

    private const string Preview = "Preview";

    [Fact]
    public async Task AReviewer_PublishesATextAlone_AndItIsPublicAtOnce()
    {
        var browser = site.Reviewer.Browser;
        var address = await AddressAsync(StepKey.Encounter, "en");

        var form = FilledForm.With((await browser.GetAsync(address)).Page, Check).Fill("Summary", "Who may be the very first to see it.");
        var draft = (await form.PressAsync(browser, Check)).Location!;
        var page = (await browser.GetAsync(draft)).Page;
        var sent = await FilledForm.With(page, "Publish now").Fill("Why you change it", "Plainer").PressAsync(browser, "Publish now");

        Assert.Equal(["very", "it"], page.QuerySelectorAll(".after ins").Select(words => words.Words()));
        Assert.Equal("Who may be the first to see that a person needs help, and which numbers there are.", page.QuerySelector(".before .typed").Words());
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Equal("Published", (await browser.GetAsync(sent.Location!)).Page.QuerySelector("h1").Words());
        Assert.Equal("Who may be the very first to see it.", await PublicAsync("/en/russian-federation/steps/encounter"));
    }

    [Fact]
    public async Task APreview_ShowsMarkdownAsThePublicPageDoes_AndSavesNothing()
    {
        var browser = site.Reviewer.Browser;
        var address = await AddressAsync(StepKey.Identification, "en");
        var form = FilledForm.With((await browser.GetAsync(address)).Page, Preview);

        var shown = await form.Fill("For you", "This is **important**.\n\n- one\n- two").PressAsync(browser, Preview);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal("important", shown.Page.QuerySelector(".preview .you strong").Words());
        Assert.Equal(2, shown.Page.QuerySelectorAll(".preview .you li").Length);
        Assert.Equal("This is **important**.\n\n- one\n- two", FilledForm.With(shown.Page, Preview).ValueOf("For you"));
        Assert.DoesNotContain("**important**", FilledForm.With((await browser.GetAsync(address)).Page, Preview).ValueOf("For you"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidAtItsField_AndNothingTypedIsLost()
    {
        var browser = site.Reviewer.Browser;
        var address = await AddressAsync(StepKey.Identification, "ru");

        var answer = await FilledForm.With((await browser.GetAsync(address)).Page, Check)
            .Fill("Title", "").Fill("For workers", "# A heading").Fill("Summary", "Как узнать").PressAsync(browser, Check);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["#Title", "#ForWorkers"], answer.Page.Hrefs(".errors a"));
        Assert.Equal("true", answer.Page.QuerySelector("#Title")!.GetAttribute("aria-invalid"));
        var again = FilledForm.With(answer.Page, Check);
        Assert.Equal("# A heading", again.ValueOf("For workers"));
        Assert.Equal("Как узнать", again.ValueOf("Summary"));
        var mended = await again.Fill("Title", "Установление статуса").Fill("For workers", "Слова").PressAsync(browser, Check);
        Assert.StartsWith("/admin/drafts/", mended.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoWindows_OnOneDraft_ShowBothTexts_AndLoseNeither()
    {
        var browser = site.Reviewer.Browser;
        var address = await AddressAsync(StepKey.Providers, "en");
        await FilledForm.With((await browser.GetAsync(address)).Page, "Save the draft").PressAsync(browser, "Save the draft");
        var one = FilledForm.With((await browser.GetAsync(address)).Page, "Save the draft").Fill("Summary", "Said in one window");
        var two = FilledForm.With((await browser.GetAsync(address)).Page, "Save the draft").Fill("Summary", "Said in the other");

        Assert.Equal(HttpStatusCode.SeeOther, (await one.PressAsync(browser, "Save the draft")).Status);
        var late = await two.PressAsync(browser, "Save the draft");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal("Said in one window", late.Page.QuerySelector(".preview .lead").Words());
        var again = FilledForm.With(late.Page, "Save the draft");
        Assert.Equal("Said in the other", again.ValueOf("Summary"));
        await again.PressAsync(browser, "Save the draft");
        Assert.Equal("Said in the other", FilledForm.With((await browser.GetAsync(address)).Page, "Save the draft").ValueOf("Summary"));
    }

    [Fact]
    public async Task ATextThatGainsANumber_NeedsASecondPerson_WhateverIsPosted()
    {
        var browser = site.Reviewer.Browser;
        var address = await AddressAsync(StepKey.Assistance, "en");
        var draft = (await FilledForm.With((await browser.GetAsync(address)).Page, Check).Fill("Summary", "Call 8 800 555 35 35").PressAsync(browser, Check)).Location!;
        var page = (await browser.GetAsync(draft)).Page;

        Assert.Contains("In a text, what looks like a number or an address changes, or what it stands beside.", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => button.Words() == "Publish now");
        // Whoever posts it all the same.
        var forced = await FilledForm.With(page, "Send for review").Set("publish", "true").PressAsync(browser, "Send for review");
        Assert.Equal($"{draft}/sent", forced.Location);
        var id = Guid.Parse(draft.Split('/')[^1]);
        Assert.Equal(RevisionState.Submitted, await site.StateAsync(id));
        var own = (await browser.GetAsync($"/admin/review/{id}")).Page;
        Assert.Contains("you cannot approve it", own.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(own.QuerySelectorAll("button"), button => button.Words() == "Approve and publish");

        var other = site.SecondReviewer.Browser;
        await FilledForm.With((await other.GetAsync($"/admin/review/{id}")).Page, "Approve and publish").PressAsync(other, "Approve and publish");
        Assert.Equal("Call 8 800 555 35 35", await PublicAsync("/en/russian-federation/steps/assistance"));
    }

    [Fact]
    public async Task WhatWasTyped_ComesBack_WhenTheSessionHadEnded()
    {
        var address = await AddressAsync(StepKey.VoluntaryReturn, "en");
        var person = await site.Site.NewReviewerAsync("forgetful@review.example", TestContext.Current.CancellationToken);
        var form = FilledForm.With((await person.Browser.GetAsync(address)).Page, Check).Fill("For you", "A long text that took an hour.");
        person.Browser.Cookies.Remove("__Host-session");

        var refused = await form.PressAsync(person.Browser, Check);
        var signIn = refused.Location!;
        var first = await person.Browser.SubmitAsync(signIn, "/admin/sign-in", ("email", person.Email), ("password", StaffPerson.Password));
        var second = await person.Browser.SubmitAsync(first.Location!, "/admin/sign-in/second", ("code", person.NextCode()));
        var back = FilledForm.With((await person.Browser.GetAsync(second.Location!)).Page, Check);

        Assert.Equal("A long text that took an hour.", back.ValueOf("For you"));
        Assert.StartsWith("/admin/drafts/", (await back.PressAsync(person.Browser, Check)).Location, StringComparison.Ordinal);
    }

    private async Task<string> AddressAsync(StepKey key, string language) => $"/admin/steps/{await site.StepTextAsync(key, language)}";

    private async Task<string> PublicAsync(string address) =>
        (await site.Site.Site.Client.GetPageAsync(address, TestContext.Current.CancellationToken)).QuerySelector(".lead").Words();
}
