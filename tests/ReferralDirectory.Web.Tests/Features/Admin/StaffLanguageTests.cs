using AngleSharp.Dom;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Staff read names and times as they know them.</summary>
public sealed class StaffLanguageTests(ReviewSite site)
{
    [Fact]
    public async Task NamesAreInTheReadersLanguage_OnEveryPageOfARevision()
    {
        var sent = await site.SubmitAsync(site.Reviewer, "nevoli-net", draft => draft.WithContact(ContactKind.Phone, "+79021234533"));
        var draft = await site.SaveAsync(site.Reviewer, "nevoli-net", draft => draft.WithContact(ContactKind.Phone, "+79021234534"));
        var (russian, original) = await NamesAsync("nevoli-net");
        Assert.NotEqual(russian, original);

        foreach (var address in new[] { "/admin", "/admin/review", $"/admin/review/{sent.Id}", $"/admin/history/{sent.Id}", $"/admin/history/organisation/{sent.Subject.Id}", $"/admin/drafts/{draft.Id}", $"/admin/drafts/{sent.Id}/sent", $"/admin/drafts/{draft.Id}/withdraw" })
        {
            var main = await MainAsync(site.Reviewer, address);
            Assert.True(main.Words().Contains(russian, StringComparison.Ordinal), address);
            Assert.False(main.Words().Contains($"«{russian}", StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task AStepsText_IsNamedAsTheStep_InTheReadersLanguage()
    {
        var text = await site.StepTextAsync(StepKey.InitialReferral, "en");
        var browser = site.Reviewer.Browser;
        var saved = await FilledForm.With((await browser.GetAsync($"/admin/steps/{text}")).Page, "Save the draft").Fill("Summary", "How it is done").PressAsync(browser, "Save the draft");
        Assert.EndsWith("saved=true", saved.Location, StringComparison.Ordinal);

        var main = await MainAsync(site.Reviewer, "/admin");

        Assert.Contains("2. Куда обратиться сначала (English)", main.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATime_IsTheCountrys_WhichIsNamed_AndMachinesReadIt()
    {
        var sent = await site.SubmitAsync(site.Reviewer, "red-cross-astrakhan", draft => draft.WithContact(ContactKind.Phone, "+79021234535"));

        var english = (await site.Reviewer.Browser.GetAsync($"/admin/review/{sent.Id}")).Page.QuerySelector(".facts time");
        var russian = (await MainAsync(site.Reviewer, $"/admin/review/{sent.Id}")).QuerySelector(".facts time");

        var at = sent.SubmittedAt!.Value;
        var moscow = at.AddHours(3);
        Assert.Equal(at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null), english!.GetAttribute("datetime"));
        Assert.Equal(moscow.ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.GetCultureInfo("en")) + " Moscow time", english.Words());
        Assert.Equal(moscow.ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.GetCultureInfo("ru")) + " по Москве", russian.Words());
    }

    private async Task<(string Russian, string Original)> NamesAsync(string slug)
    {
        var id = await site.OrganisationAsync(slug);
        var name = (await site.Site.AskAsync(async db => await db.Organisations.FindAsync(id)))!.Name;
        return (name.In(LanguageTag.Parse("ru")).Text, name.Translations.First(text => text.State == TranslationState.Original).Text);
    }

    private static async Task<IElement> MainAsync(StaffPerson person, string address)
    {
        person.Browser.Headers["Accept-Language"] = "ru";
        try
        {
            return (await person.Browser.GetAsync(address)).Page.QuerySelector("main")!;
        }
        finally
        {
            person.Browser.Headers["Accept-Language"] = "en";
        }
    }
}
