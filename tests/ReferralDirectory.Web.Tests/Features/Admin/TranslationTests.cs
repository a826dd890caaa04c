using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Organisations;
using ReferralDirectory.Web.Features.Admin.Translations;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>What is not translated, or not any more, is found and mended side by side.</summary>
public sealed class TranslationTests : IAsyncLifetime
{
    private const string Outdated = $"{TranslationLinks.List}?show=Outdated";

    private readonly StaffSite site = new();

    private StaffPerson reviewer = null!;
    private StaffPerson second = null!;
    private Guid maria;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Names => EntryLinks.Task(maria, "names");

    private string Russian => EntryLinks.Task(maria, "translation-ru");

    public async ValueTask InitializeAsync()
    {
        reviewer = await site.NewReviewerAsync("reviewer@translation.example", Cancel);
        second = await site.NewReviewerAsync("second@translation.example", Cancel);
        maria = await site.OrganisationAsync("maria");
    }

    [Fact]
    public async Task AnOutdatedText_StaysOnTheList_UntilSomebodySaysThatItIsRight()
    {
        Assert.Empty(await LinksAsync(Outdated));
        await SaveAndPublishAsync(Names, ("Name[en]", "Crisis Center Maria, Irkutsk"));
        Assert.Equal([Russian], await LinksAsync(Outdated));
        Assert.Equal("The original has changed since: Name", (await PageAsync(Outdated)).QuerySelector(".rows p").Words());
        Assert.Empty((await PageAsync("/admin")).QuerySelectorAll("main [aria-current]"));
        Assert.Contains((await PageAsync("/admin")).QuerySelectorAll(".filters a"), link => link.GetAttribute("href") == Outdated && link.Words() == "Original has changed 1");

        // Another change, on the page of names, where the tick is left alone.
        await SaveAndPublishAsync(Names, ("AlsoKnownAs", "maria"));
        Assert.Equal([Russian], await LinksAsync(Outdated));

        var page = await PageAsync(Russian);
        var name = page.GetElementById("Name")!;
        Assert.Equal("Crisis Center Maria, Irkutsk", name.QuerySelector("[lang=en]").Words());
        Assert.Contains("The original has changed since this was translated.", name.Words(), StringComparison.Ordinal);
        Assert.False(name.QuerySelector<IHtmlInputElement>("[name='Name[ru].CheckedAgain']")!.IsChecked);
        await SaveAndPublishAsync(Russian, ("Name[ru].CheckedAgain", "true"));
        Assert.Empty(await LinksAsync(Outdated));
        Assert.Contains("Read by a second person: Name", await LinesAsync($"{TranslationLinks.List}?show=Reviewed"));
    }

    [Fact]
    public async Task SideBySide_EveryTextStandsBesideItsOriginal_AndOnlyTheTranslationIsWritten()
    {
        var page = await PageAsync(Russian);
        Assert.Equal("Translation: Русский", page.QuerySelector("h1")!.FirstChild!.TextContent.Trim());
        // The name, and the descriptions of two services.
        Assert.Equal(3, page.QuerySelectorAll("fieldset.localised").Length);
        Assert.Empty(page.QuerySelectorAll("[name$='[en]']"));

        var description = page.QuerySelector<IHtmlTextAreaElement>("textarea[lang=ru]")!.Name!;
        await SaveAndPublishAsync(Russian, (description, "Убежище для женщин."));

        var shown = await site.Site.Client.GetPageAsync("/ru/russian-federation/providers/maria", Cancel);
        Assert.Contains("Убежище для женщин.", shown.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("A shelter for women.", (await site.Site.Client.GetPageAsync("/en/russian-federation/providers/maria", Cancel)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoCompares_IsTold_WhenTheOriginalChangesMeanwhile_AndLosesNothing()
    {
        var page = await PageAsync(Russian);
        await reviewer.Browser.SubmitAsync(Names, Names, ("Name[en]", "Another name"));

        var late = await reviewer.Browser.SubmitAsync(page, Russian, ("Name[ru]", "Моё название"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("saved in another window", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal("Another name", late.Page.GetElementById("Name")!.QuerySelector("[lang=en]").Words());
        Assert.Equal("Моё название", late.Page.QuerySelector<IHtmlInputElement>("[name='Name[ru]']")!.Value);
    }

    [Fact]
    public async Task WhatWasTyped_ForAServiceThatIsRemovedMeanwhile_CanBeCopied()
    {
        var page = await PageAsync(Russian);
        var description = page.QuerySelector<IHtmlTextAreaElement>("textarea[lang=ru]")!.Name!;
        var service = Guid.Parse(description.Split('[', ']')[1]);
        await reviewer.Browser.SubmitAsync(EntryLinks.Task(maria, "services"), $"{EntryLinks.Item(maria, "services", service)}/remove");

        var late = await reviewer.Browser.SubmitAsync(page, Russian, ("Name[ru]", "Моё название"), (description, "Убежище для женщин."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        var copy = Assert.Single(late.Page.QuerySelectorAll<IHtmlTextAreaElement>("textarea[readonly]"));
        Assert.Equal(("Убежище для женщин.", "In plain words", description), (copy.Value, late.Page.QuerySelector($"label[for='{copy.Id}']").Words(), copy.Name));
        Assert.Contains("Copy what you still need.", copy.Closest("section").Words(), StringComparison.Ordinal);

        // The rest is saved; what has no place is not, and was said.
        Assert.Equal(HttpStatusCode.SeeOther, (await reviewer.Browser.SubmitAsync(late.Page, Russian)).Status);
        Assert.Equal("Моё название", (await PageAsync(Russian)).QuerySelector<IHtmlInputElement>("[name='Name[ru]']")!.Value);
        Assert.Empty((await PageAsync(Russian)).QuerySelectorAll($"[name='{description}']"));
    }

    [Fact]
    public async Task ANoteOnADay_IsWrittenForThatDay_WhereverItStandsByThen()
    {
        var hours = EntryLinks.Task(maria, "hours");
        await AddDayAsync("31.12.2026", "Holidays");
        await AddDayAsync("01.05.2027", "Spring");
        var page = await PageAsync(Russian);
        await SaveAsync((await reviewer.Browser.SubmitAsync(hours, hours, ("do", "remove-exception-0"))).Page);

        var late = await reviewer.Browser.SubmitAsync(page, Russian, ("OpeningHours.Exceptions[0].Note[ru]", "Каникулы"), ("OpeningHours.Exceptions[1].Note[ru]", "Весна"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal("Весна", late.Page.QuerySelector<IHtmlInputElement>("input[name='OpeningHours.Exceptions[0].Note[ru]']")!.Value);
        Assert.Equal("Каникулы", late.Page.QuerySelector<IHtmlTextAreaElement>("textarea[readonly]")!.Value);

        async Task AddDayAsync(string day, string note)
        {
            var form = (await reviewer.Browser.SubmitAsync(hours, hours, ("do", "add-exception"))).Page;
            var from = form.QuerySelectorAll("[name^='OpeningHours.Exceptions'][name$='.From']")[^1].GetAttribute("name")!;
            await SaveAsync(form, ("OpeningHours.TimeZone", "Asia/Irkutsk"), (from, day), (from.Replace("From", "Note[en]", StringComparison.Ordinal), note));
        }

        async Task SaveAsync(IHtmlDocument form, params (string Name, string Value)[] fields) =>
            Assert.Equal(HttpStatusCode.SeeOther, (await reviewer.Browser.SubmitAsync(form, hours, fields)).Status);
    }

    [Fact]
    public async Task WhatIsSaidToBeRight_StandsInWhatTheSecondPersonApproves()
    {
        await SaveAndPublishAsync(Russian, ("Name[ru].Checked", "true"));
        await SaveAndPublishAsync(Names, ("Name[en]", "Crisis Center Maria, Irkutsk"));
        await reviewer.Browser.SubmitAsync(Russian, Russian, ("Name[ru].CheckedAgain", "true"));

        var draft = (await PageAsync(EntryLinks.Entry(maria))).QuerySelector("a.button")!.GetAttribute("href")!;
        Assert.Contains("bring it up to date", (await PageAsync(draft)).QuerySelector(".changes .before").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStepsTranslation_IsNotSaved_BesideAnOriginalThatChangedMeanwhile_AndLosesNothing()
    {
        var (russian, english) = (await StepAsync("ru"), await StepAsync("en"));
        var (page, original) = (await PageAsync(russian), Guid.Parse(english.Split('/')[^1]));
        await site.AskAsync(db => db.StepTexts.Where(text => text.Id == original).ExecuteUpdateAsync(set => set.SetProperty(text => text.Summary, "Another sentence."), Cancel));
        await site.Site.Services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(Cancel);

        var late = await FilledForm.With(page, "Save and check the changes").Fill("Summary", "Моё предложение.").PressAsync(reviewer.Browser, "Save and check the changes");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("The original was changed while you wrote", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Contains("Another sentence.", late.Page.QuerySelector("details.preview-fold").Words(), StringComparison.Ordinal);
        Assert.Equal("Моё предложение.", FilledForm.With(late.Page, "Save and check the changes").ValueOf("Summary"));
        Assert.Equal(HttpStatusCode.SeeOther, (await FilledForm.With(late.Page, "Save and check the changes").PressAsync(reviewer.Browser, "Save and check the changes")).Status);
    }

    [Theory]
    [InlineData("a preview")]
    [InlineData("signing in again")]
    public async Task AStepsTranslation_IsNotSaved_BesideAnOriginalThatChangedMeanwhile_AlsoAfter(string step)
    {
        var (russian, english) = (await StepAsync("ru"), await StepAsync("en"));
        var (page, original) = (await PageAsync(russian), Guid.Parse(english.Split('/')[^1]));
        await site.AskAsync(db => db.StepTexts.Where(text => text.Id == original).ExecuteUpdateAsync(set => set.SetProperty(text => text.Summary, "Another sentence."), Cancel));
        await site.Site.Services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(Cancel);

        var between = step == "a preview" ? (await PressAsync(page, "Preview")).Page : await SignInAgainAsync();
        var late = await PressAsync(between, "Save and check the changes");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("The original was changed while you wrote", late.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        Assert.Equal("Моё предложение.", FilledForm.With(late.Page, "Save and check the changes").ValueOf("Summary"));
        Assert.Equal(HttpStatusCode.SeeOther, (await PressAsync(late.Page, "Save and check the changes")).Status);

        Task<Answer> PressAsync(IHtmlDocument form, string button) => FilledForm.With(form, button).Fill("Summary", "Моё предложение.").PressAsync(reviewer.Browser, button);

        async Task<IHtmlDocument> SignInAgainAsync()
        {
            reviewer.Browser.Cookies.Remove(StaffCookies.Session);
            var refused = await PressAsync(page, "Save and check the changes");
            var first = await reviewer.Browser.SubmitAsync(refused.Location!, "/admin/sign-in", ("email", reviewer.Email), ("password", StaffPerson.Password));
            var second = await reviewer.Browser.SubmitAsync(first.Location!, "/admin/sign-in/second", ("code", reviewer.NextCode()));
            return await PageAsync(second.Location!);
        }
    }

    [Fact]
    public async Task AStreet_InAnotherLanguage_IsAskedFor_AsTheFirstOneWas()
    {
        var places = EntryLinks.Task(maria, "places");
        await SaveAndPublishAsync(places, ("PublicAddress[en]", "Irkutsk, centre"), ("Agreed", "true"));
        var field = "PublicAddress[ru]";

        var refused = await reviewer.Browser.SubmitAsync(Russian, Russian, (field, "Иркутск, улица Ленина, 1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["#Agreed-1"], refused.Page.Hrefs(".errors a"));
        Assert.Equal("Иркутск, улица Ленина, 1", refused.Page.QuerySelector<IHtmlInputElement>($"[name='{field}']")!.Value);
        Assert.Equal(HttpStatusCode.SeeOther, (await reviewer.Browser.SubmitAsync(refused.Page, Russian, ("Agreed", "true"))).Status);
    }

    [Fact]
    public async Task EachSees_WhatTheyMayRead_ALanguageThatIsNone_IsNotFound()
    {
        var editor = await site.NewPersonAsync("editor@translation.example", Cancel, new StaffGrant { Role = StaffRole.Editor, OrganisationId = maria });
        Assert.Equal([Russian], (await editor.Browser.GetAsync(TranslationLinks.List)).Page.Hrefs(".rows a"));
        Assert.Equal(["Not read by a second person 3"], (await editor.Browser.GetAsync("/admin")).Page.QuerySelectorAll($".filters a[href^='{TranslationLinks.List}']").Select(link => link.Words()));

        var administrator = await site.NewAdministratorAsync("administrator@translation.example", Cancel);
        var all = (await administrator.Browser.GetAsync(TranslationLinks.List)).Page;
        Assert.DoesNotContain(Russian, all.Hrefs(".rows a"));
        Assert.All(all.Hrefs(".rows a"), href => Assert.StartsWith(EditingLinks.Terms, href, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, (await editor.Browser.GetAsync($"{TranslationLinks.List}?language=xx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Browser.GetAsync(EntryLinks.Task(maria, "translation-xx"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.Browser.GetAsync($"{TranslationLinks.List}?page=99")).Status);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task<IHtmlDocument> PageAsync(string address) => (await reviewer.Browser.GetAsync(address)).Page;

    private async Task<IEnumerable<string>> LinksAsync(string address) => (await PageAsync(address)).Hrefs(".rows a");

    private async Task<IEnumerable<string>> LinesAsync(string address) => (await PageAsync(address)).QuerySelectorAll(".rows p").Select(line => line.Words());

    private async Task<string> StepAsync(string language) =>
        EditingLinks.Step(await site.AskAsync(db => db.StepTexts.Where(text => text.Language == LanguageTag.Parse(language) && text.Title != "").OrderBy(text => text.StepId).Select(text => text.Id).FirstAsync(Cancel)));

    // A name takes two people.
    private async Task SaveAndPublishAsync(string task, params (string Name, string Value)[] fields)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await reviewer.Browser.SubmitAsync(task, task, fields)).Status);
        var draft = Guid.Parse((await PageAsync(EntryLinks.Entry(maria))).QuerySelector("a.button")!.GetAttribute("href")!.Split('/')[^1]);
        Assert.Equal(EditingLinks.Sent(draft), (await reviewer.Browser.SubmitAsync(EditingLinks.Draft(draft), EditingLinks.Send(draft))).Location);
        Assert.Equal(EditingLinks.Decided(draft), (await second.Browser.SubmitAsync(EditingLinks.Review(draft), EditingLinks.Publish(draft))).Location);
    }
}
