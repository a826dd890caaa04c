using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class TermTests(ReviewSite site)
{
    private const string Check = "Save and check the changes";

    [Fact]
    public async Task ANeed_IsChangedByAnAdministratorAlone_AndTheHomePageSaysSo()
    {
        var browser = site.Administrator.Browser;
        var list = (await browser.GetAsync("/admin/terms")).Page;
        var type = list.QuerySelectorAll(".rows a").First(link => link.Words() == "Legal assistance").GetAttribute("href")!;

        var page = (await browser.GetAsync(type)).Page;
        var draft = await FilledForm.With(page, Check).Set("Need[en]", "Somebody who knows the law").PressAsync(browser, Check);
        var sent = await FilledForm.With((await browser.GetAsync(draft.Location!)).Page, "Publish now").PressAsync(browser, "Publish now");

        Assert.Equal("Published", (await browser.GetAsync(sent.Location!)).Page.QuerySelector("h1").Words());
        var home = await site.Site.Site.Client.GetPageAsync("/en/russian-federation", TestContext.Current.CancellationToken);
        Assert.Contains("Somebody who knows the law", home.QuerySelector(".tiles").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APreview_ShowsTheTileOfTheHomePage_AndSavesNothing()
    {
        var browser = site.SecondAdministrator.Browser;
        var form = FilledForm.With((await browser.GetAsync("/admin/terms/assistance-type/new")).Page, "Preview");
        var before = await CountAsync();

        var shown = await form.Set("Need[en]", "Somebody to <b>translate</b>").Set("Need[ru]", "Переводчик").PressAsync(browser, "Preview");

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal(["Somebody to <b>translate</b>", "Переводчик"], shown.Page.QuerySelectorAll(".preview .tiles li").Select(tile => tile.Words()));
        Assert.Equal("ru", shown.Page.QuerySelector(".preview .tiles li:last-child")!.GetAttribute("lang"));
        Assert.Contains("Переводчик", Visitor.Fields(FormOf(shown.Page)).Select(field => field.Value));
        Assert.Equal(before, await CountAsync());

        Task<int> CountAsync() => site.Site.AskAsync(db => db.Revisions.CountAsync(revision => revision.SubjectKind == SubjectKind.AssistanceType && revision.AuthorId == site.SecondAdministrator.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ANewKindOfHelp_NeedsASecondAdministrator()
    {
        var browser = site.Administrator.Browser;
        var empty = FilledForm.With((await browser.GetAsync("/admin/terms/assistance-type/new")).Page, Check);

        var refused = await empty.Set("Name[en]", "Childcare").Set("Need[en]", "Somebody to look after my child").Fill("Name in the address", "Not a slug").PressAsync(browser, Check);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["#Slug"], refused.Page.Hrefs(".errors a"));
        var draft = await FilledForm.With(refused.Page, Check).Fill("Name in the address", "childcare").Set("SearchWords[en]", "nursery\nbabysitter").PressAsync(browser, Check);
        var page = (await browser.GetAsync(draft.Location!)).Page;
        Assert.Contains("The public has never seen this entry.", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        await FilledForm.With(page, "Send for review").PressAsync(browser, "Send for review");

        var second = site.SecondAdministrator.Browser;
        var review = $"/admin/review/{draft.Location!.Split('/')[^1]}";
        Assert.Contains(review, (await second.GetAsync("/admin/review")).Page.Hrefs());
        await FilledForm.With((await second.GetAsync(review)).Page, "Approve and publish").PressAsync(second, "Approve and publish");
        Assert.Contains("Childcare", (await second.GetAsync("/admin/terms")).Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Reviewer.Browser.GetAsync("/admin/terms")).Status);
    }

    [Fact]
    public async Task ADraft_ThatIsNotReady_IsSavedAndFoundAgain()
    {
        var browser = site.SecondAdministrator.Browser;
        var form = FilledForm.With((await browser.GetAsync("/admin/terms/audience/new")).Page, "Save the draft");

        var saved = await form.Set("Name[ru]", "Моряки").PressAsync(browser, "Save the draft");

        var again = (await browser.GetAsync(saved.Location!)).Page;
        Assert.Contains("Saved as your draft.", again.QuerySelector("[role=status]").Words(), StringComparison.Ordinal);
        Assert.Contains("Моряки", Visitor.Fields(FormOf(again)).Select(field => field.Value));
        Assert.Contains("Моряки", (await browser.GetAsync("/admin/terms")).Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(RevisionState.Draft, await site.StateAsync(Guid.Parse(Visitor.Fields(FormOf(again)).First(field => field.Name == "revisionId").Value)));
    }

    [Theory]
    [InlineData(Check)]
    [InlineData("Save the draft")]
    public async Task APositionThatIsNoNumber_StaysInItsField_BesideTheError(string button)
    {
        var browser = site.SecondAdministrator.Browser;
        var form = FilledForm.With((await browser.GetAsync("/admin/terms/audience/new")).Page, button);

        var refused = await form.Set("Name[ru]", "Пилоты").Set("Position", "2nd").PressAsync(browser, button);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var field = refused.Page.GetElementById("Position")!;
        Assert.Equal(("2nd", "true"), (field.GetAttribute("value"), field.GetAttribute("aria-invalid")));
    }

    private static AngleSharp.Dom.IElement FormOf(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("main form.admin")!;
}
