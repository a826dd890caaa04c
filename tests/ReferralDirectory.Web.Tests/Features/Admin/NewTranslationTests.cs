using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>A step gets a text in a language that had none.</summary>
public sealed class NewTranslationTests : IAsyncLifetime
{
    private const string Check = "Save and check the changes";

    private static readonly (string Label, string Text)[] Typed =
        [("Title", "Вохӯрӣ"), ("Summary", "Кӣ аввалин мебинад."), ("For you", "Шумо метавонед ба **112** занг занед."), ("For workers", "- Як.\n- Ду."), ("What does not exist here", "Ҳеҷ чиз.")];

    private readonly StaffSite site = new();

    private StaffPerson one = null!;
    private StaffPerson other = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await site.AskAsync(async db =>
        {
            db.Add(new Language { Tag = LanguageTag.Parse("tg"), Name = "Тоҷикӣ", Position = 2, IsRightToLeft = false, InterfaceState = TranslationState.Unreviewed });
            return await db.SaveChangesAsync(Cancel);
        });
        await site.Site.Services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(Cancel);
        one = await site.NewReviewerAsync("one@translation.example", Cancel);
        other = await site.NewReviewerAsync("other@translation.example", Cancel);
    }

    [Fact]
    public async Task ATextThatIsNotThere_IsTranslatedBesideTheOriginal_ApprovedByAnother_AndPublic()
    {
        var address = await AddressAsync();
        var form = (await one.Browser.GetAsync(address)).Page;
        Assert.Equal("1. Encounter (Тоҷикӣ)", form.QuerySelector("h1").Words());
        Assert.True(form.QuerySelector("details.preview-fold")!.HasAttribute("open"));
        Assert.Contains("112", form.QuerySelector("details.preview-fold .preview").Words(), StringComparison.Ordinal);
        Assert.Equal("tg", form.GetElementById("ForYou")!.GetAttribute("lang"));

        var empty = await FilledForm.With(form, Check).Fill("Title", "Вохӯрӣ").PressAsync(one.Browser, Check);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal(["#Summary", "#ForYou", "#ForWorkers", "#NotHere"], empty.Page.Hrefs(".errors a"));
        var draft = (await Fill(empty.Page).PressAsync(one.Browser, Check)).Location!;
        Assert.Equal("Вохӯрӣ", FilledForm.With((await one.Browser.GetAsync(address)).Page, Check).ValueOf("Title"));
        Assert.Contains("You have a draft of it", (await LineAsync(one)).Words(), StringComparison.OrdinalIgnoreCase);

        var check = (await one.Browser.GetAsync(draft)).Page;
        Assert.DoesNotContain("Publish now", check.QuerySelector("main").Words(), StringComparison.Ordinal);
        await FilledForm.With(check, "Send for review").PressAsync(one.Browser, "Send for review");
        var id = draft.Split('/')[^1];
        var forced = await FilledForm.With((await other.Browser.GetAsync($"/admin/review/{id}")).Page, "Approve and publish").PressAsync(other.Browser, "Approve and publish");
        Assert.Equal($"/admin/review/{id}/decided", forced.Location);

        var page = await site.Site.Client.GetPageAsync("/tg/russian-federation/steps/encounter", Cancel);
        Assert.Contains("Шумо метавонед", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Вохӯрӣ", page.QuerySelector("h1").Words(), StringComparison.Ordinal);
        // Its place in the list, and its address, stay.
        Assert.Equal("Вохӯрӣ", FilledForm.With((await one.Browser.GetAsync(address)).Page, Check).ValueOf("Title"));
    }

    [Fact]
    public async Task TwoWhoTranslateTheSame_WriteOfOneText_AndTheLaterIsShownBoth()
    {
        var address = await AddressAsync();
        var mine = (await Fill((await one.Browser.GetAsync(address)).Page).Fill("Title", "Аз ман").PressAsync(one.Browser, Check)).Location!;
        var theirs = (await Fill((await other.Browser.GetAsync(address)).Page).Fill("Title", "Аз онҳо").PressAsync(other.Browser, Check)).Location!;
        await FilledForm.With((await other.Browser.GetAsync(theirs)).Page, "Send for review").PressAsync(other.Browser, "Send for review");
        var id = theirs.Split('/')[^1];
        await FilledForm.With((await one.Browser.GetAsync($"/admin/review/{id}")).Page, "Approve and publish").PressAsync(one.Browser, "Approve and publish");

        var conflict = (await one.Browser.GetAsync(mine)).Page.Hrefs().Single(href => href.EndsWith("/conflict", StringComparison.Ordinal));
        var question = await one.Browser.SubmitAsync(conflict, conflict);

        Assert.Contains("Аз ман", question.Page.QuerySelector(".conflict").Words(), StringComparison.Ordinal);
        Assert.Contains("Аз онҳо", question.Page.QuerySelector(".conflict").Words(), StringComparison.Ordinal);
        Assert.Equal(1, await site.AskAsync(db => db.StepTexts.CountAsync(text => text.Language == LanguageTag.Parse("tg"), Cancel)));
    }

    [Fact]
    public async Task ALanguageThatTheSiteDoesNotHave_AndAnEditor_FindNothing()
    {
        var editor = await site.NewEditorAsync("editor@translation.example", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, (await editor.Browser.GetAsync(await AddressAsync())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await one.Browser.GetAsync($"/admin/steps/{StepText.IdOf(Slug.Parse("russian-federation"), StepKey.Encounter, LanguageTag.Parse("uz"))}")).Status);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static FilledForm Fill(AngleSharp.Html.Dom.IHtmlDocument page) => Typed.Aggregate(FilledForm.With(page, Check), (form, field) => form.Fill(field.Label, field.Text));

    // As somebody finds it: from the list.
    private async Task<string> AddressAsync() => (await LineAsync(one)).QuerySelector("h3 a")!.GetAttribute("href")!;

    private static async Task<AngleSharp.Dom.IElement> LineAsync(StaffPerson person) =>
        (await person.Browser.GetAsync("/admin/steps")).Page.QuerySelectorAll(".rows li").Single(line => line.QuerySelector("h3").Words() == "1. Encounter (Тоҷикӣ)");
}
