using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin.Revisions;
using ReferralDirectory.Web.Infrastructure.PageCache;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>The queue of contacts that nobody has confirmed for long.</summary>
public sealed class FreshnessTests : IAsyncDisposable
{
    private const string Queue = "/admin/freshness";
    private const string Confirm = $"{Queue}/confirm";
    private const string Maria = $"{SiteFixture.En}/providers/maria";

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReviewer_ConfirmsSeveral_SaysHow_ThePublicSeesIt_AndItIsTakenBack()
    {
        var reviewer = (await site.NewReviewerAsync("reviewer@fresh.example", Cancel)).Browser;
        var contacts = await ContactsAsync("maria");
        Assert.All((await PublicAsync()).QuerySelectorAll(".confirmed"), text => Assert.Equal("Not yet confirmed with the organisation", text.Words()));

        var done = await ConfirmAsync(reviewer, contacts, "Called");
        var page = (await reviewer.GetAsync(done.Location!)).Page;
        Assert.Contains($"Confirmed: {contacts.Count}. Readers see it now.", page.QuerySelector(".done").Words(), StringComparison.Ordinal);
        Assert.All((await PublicAsync()).QuerySelectorAll(".confirmed"), text => Assert.StartsWith("Confirmed by our reviewers: a call on ", text.Words(), StringComparison.Ordinal));

        var undone = await reviewer.PostAsync($"{Queue}/undo", Visitor.Fields(page.QuerySelector($"form[action='{Queue}/undo']")!));
        Assert.Equal(HttpStatusCode.SeeOther, undone.Status);
        Assert.All((await PublicAsync()).QuerySelectorAll(".confirmed"), text => Assert.Equal("Not yet confirmed with the organisation", text.Words()));
    }

    [Fact]
    public async Task AReviewer_WhoDoesNotSayHow_OrTicksNothing_IsAsked_AndLosesNothing()
    {
        var reviewer = (await site.NewReviewerAsync("reviewer@fresh.example", Cancel)).Browser;
        var contacts = await ContactsAsync("maria");

        var noHow = await reviewer.SubmitAsync(Queue, Confirm, [.. contacts.Select(contact => ("contact", contact.ToString()))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noHow.Status);
        Assert.Contains("How did you check? Choose one of the answers.", noHow.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
        var ticked = noHow.Page.QuerySelectorAll("input[name=contact][checked]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Equal(ticked.Order(), ticked.Intersect(contacts.Select(contact => contact.ToString())).Order());
        Assert.NotEmpty(ticked);

        var noTick = await reviewer.SubmitAsync(Queue, Confirm, ("how", "Called"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noTick.Status);
        Assert.Contains("Tick at least one contact", noTick.Page.QuerySelector(".errors").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEditor_SeesOnlyTheirOwn_ConfirmsWithOneClick_AndSpeaksForTheOrganisation()
    {
        var own = await site.OrganisationAsync("maria");
        var editor = (await site.NewPersonAsync("editor@fresh.example", Cancel, new StaffGrant { Role = StaffRole.Editor, OrganisationId = own })).Browser;
        var page = (await editor.GetAsync(Queue)).Page;
        Assert.Equal([$"/admin/organisations/{own}"], page.Hrefs(".entries h2 a"));
        Assert.Empty(page.QuerySelectorAll("[name=how]"));
        var contacts = await ContactsAsync("maria");

        await editor.SubmitAsync(page, Confirm, ("one", contacts[0].ToString()));
        // Somebody else's, by its id.
        var others = await ContactsAsync("stellit");
        var refused = await editor.SubmitAsync(Queue, Confirm, ("contact", others[0].ToString()), ("how", "Called"));

        Assert.Single((await PublicAsync()).QuerySelectorAll(".confirmed"), text => text.Words().StartsWith("Confirmed by the organisation itself on ", StringComparison.Ordinal));
        Assert.Contains("Not confirmed, because they were changed or removed meanwhile: 1.", (await editor.GetAsync(refused.Location!)).Page.QuerySelector(".done").Words(), StringComparison.Ordinal);
        Assert.Empty(await site.AskAsync(db => db.Confirmations.Where(confirmation => others.Contains(confirmation.ContactPointId)).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task TheQueue_ShowsWhatGrowsOld_ByItsAge()
    {
        var reviewer = await site.NewReviewerAsync("reviewer@fresh.example", Cancel);
        await ConfirmAsync(reviewer.Browser, await ContactsAsync("maria"), "Called");
        var all = (await CountsAsync(reviewer))["Never confirmed"];

        foreach (var (days, expected) in new[] { (30, (0, 0, 0)), (31, (4, 0, 0)), (61, (4, 4, 0)), (91, (4, 4, 4)) })
        {
            site.Clock.MoveTo((await SinceAsync()).Date.AddDays(days).AddHours(12));
            await reviewer.SignInAsync();
            var counts = await CountsAsync(reviewer);
            Assert.Equal(expected, (counts["Older than 30 days"], counts["Older than 60 days"], counts["Older than 90 days"]));
            Assert.Equal(all, counts["Never confirmed"]);
        }

        var page = (await reviewer.Browser.GetAsync($"{Queue}?show=Over90Days")).Page;
        Assert.Single(page.QuerySelectorAll(".entries h2"));
        Assert.Contains("days ago: 91", page.QuerySelector(".entries .stale").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APublicPageThatIsKept_SaysThatAContactIsStale_WhenItsDayComes()
    {
        var reviewer = (await site.NewReviewerAsync("reviewer@fresh.example", Cancel)).Browser;
        await ConfirmAsync(reviewer, await ContactsAsync("maria"), "Called");
        var kept = site.Site.Services.GetRequiredService<PageStore>();
        Assert.Empty((await PublicAsync()).QuerySelectorAll(".stale"));
        Assert.NotNull(kept.Find(Maria));

        site.Clock.MoveTo((await SinceAsync()).Date.AddDays(Freshness.PublicDays + 1).AddMinutes(1));
        while (kept.Find(Maria) is not null)
        {
            await Task.Delay(5, Cancel);
        }

        Assert.All((await PublicAsync()).QuerySelectorAll(".confirmed"), text =>
        {
            Assert.Contains("stale", text.ClassList);
            Assert.EndsWith("More than 90 days have passed: it may have changed.", text.Words(), StringComparison.Ordinal);
        });
        var list = await site.Site.Client.GetPageAsync($"{SiteFixture.En}/providers", Cancel);
        Assert.Single(list.QuerySelectorAll(".cards .stale"));
    }

    [Fact]
    public async Task AReadersReport_StandsAtTheTop_UntilSomebodyConfirms()
    {
        var reviewer = (await site.NewReviewerAsync("reviewer@fresh.example", Cancel)).Browser;
        var contact = (await ContactsAsync())[0];
        await site.Site.Services.GetRequiredService<ReportDesk>().AddAsync(contact, ReportKind.NobodyAnswered, Cancel);

        var page = (await reviewer.GetAsync(Queue)).Page;
        var first = page.QuerySelector(".entries > li")!;
        Assert.Contains("Readers say that nobody answered: 1.", first.Words(), StringComparison.Ordinal);
        Assert.Single((await reviewer.GetAsync($"{Queue}?show=Reported")).Page.QuerySelectorAll(".stale-contact"));

        await ConfirmAsync(reviewer, [contact], "Called");
        Assert.Empty((await reviewer.GetAsync($"{Queue}?show=Reported")).Page.QuerySelectorAll(".stale-contact"));
    }

    [Fact]
    public async Task WhatWasTicked_ComesBack_AfterSigningInAgain()
    {
        var reviewer = await site.NewReviewerAsync("reviewer@fresh.example", Cancel);
        var page = (await reviewer.Browser.GetAsync($"{Queue}?how=Called")).Page;
        var shown = page.QuerySelectorAll("input[name=contact]").Select(box => box.GetAttribute("value")!).Take(2).ToList();
        site.Clock.Advance(TimeSpan.FromHours(1));

        var sent = await reviewer.Browser.SubmitAsync(page, Confirm, [.. shown.Select(contact => ("contact", contact)), ("how", "Called")]);
        Assert.StartsWith("/admin/sign-in", sent.Location, StringComparison.Ordinal);
        var back = await reviewer.Browser.SubmitAsync(sent.Location!, "/admin/sign-in", ("email", reviewer.Email), ("password", StaffPerson.Password));
        var signedIn = await reviewer.Browser.SubmitAsync(back.Location!, "/admin/sign-in/second", ("code", reviewer.NextCode()));

        var again = (await reviewer.Browser.GetAsync(signedIn.Location!)).Page;
        Assert.Equal(shown, again.QuerySelectorAll("input[name=contact][checked]").Select(box => box.GetAttribute("value")!));
        Assert.Equal("Called", again.QuerySelector("input[name=how][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task WhatWasTicked_OnALaterPageOfAPart_ComesBackThere_AndHowEvenAlone()
    {
        var reviewer = await site.NewReviewerAsync("reviewer@fresh.example", Cancel);
        await PublishCopiesAsync(10);
        var page = (await reviewer.Browser.GetAsync($"{Queue}?show=Unconfirmed&page=2")).Page;
        var shown = page.QuerySelectorAll("input[name=contact]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.NotEmpty(shown);

        // A form whose token was lost is kept as one whose session ended.
        reviewer.Browser.Cookies.Remove(StaffCookies.Form);
        var sent = await reviewer.Browser.SubmitAsync(page, Confirm, [.. shown.Select(contact => ("contact", contact)), ("how", "Called")]);
        var again = (await reviewer.Browser.GetAsync(sent.Location!)).Page;
        Assert.Equal(shown, again.QuerySelectorAll("input[name=contact][checked]").Select(box => box.GetAttribute("value")!));
        Assert.Equal(("Unconfirmed", "2"), (again.QuerySelector("input[name=show]")!.GetAttribute("value"), again.QuerySelector("input[name=page]")!.GetAttribute("value")));

        reviewer.Browser.Cookies.Remove(StaffCookies.Form);
        var alone = await reviewer.Browser.SubmitAsync(page, Confirm, ("how", "Called"));
        Assert.Equal("Called", (await reviewer.Browser.GetAsync(alone.Location!)).Page.QuerySelector("input[name=how][checked]")!.GetAttribute("value"));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static Task<Answer> ConfirmAsync(Visitor reviewer, IEnumerable<Guid> contacts, string how) =>
        reviewer.SubmitAsync(Queue, Confirm, [.. contacts.Select(contact => ("contact", contact.ToString())), ("how", how)]);

    private static async Task<Dictionary<string, int>> CountsAsync(StaffPerson person) =>
        (await person.Browser.GetAsync(Queue)).Page.QuerySelectorAll(".filters a").ToDictionary(link => link.FirstChild!.TextContent.Trim(), link => int.Parse(link.QuerySelector("b")!.TextContent, System.Globalization.CultureInfo.InvariantCulture));

    // Entries like one that is there, so that there are more than a page.
    private async Task PublishCopiesAsync(int count)
    {
        var countries = await site.AskAsync(db => db.Countries.Select(country => country.Id).ToListAsync(Cancel));
        var (author, publisher) = (new Actor(await site.NewMemberAsync(countries[0], Cancel), false, countries.ToHashSet(), new HashSet<Guid>()), new Actor(await site.NewMemberAsync(countries[0], Cancel), false, countries.ToHashSet(), new HashSet<Guid>()));
        var (drafts, reviews) = (site.Site.Services.GetRequiredService<DraftDesk>(), site.Site.Services.GetRequiredService<ReviewDesk>());
        var model = (OrganisationDraft)(await drafts.OpenAsync(author, new Subject(SubjectKind.Organisation, await site.OrganisationAsync("maria")), Cancel))!.Draft;
        for (var i = 0; i < count; i++)
        {
            var copy = model with { Slug = $"copy-{i}", Name = [.. model.Name.Select(name => name with { Text = $"{name.Text} {i}" })], AlsoKnownAs = [] };
            var saved = Assert.IsType<EditResult.Done>(await drafts.SaveAsync(author, new DraftInput { Draft = copy, CountryId = countries[0] }, Cancel)).Revision!;
            var sent = Assert.IsType<EditResult.Done>(await drafts.SubmitAsync(author, saved.Id, saved.Version, Cancel)).Revision!;
            var published = Assert.IsType<EditResult.Done>(await reviews.PublishAsync(publisher, sent.Id, sent.Version, Cancel)).Revision!;
            await site.Site.Services.GetRequiredService<PublicDirectory>().ShowAsync(published.Subject);
        }
    }

    private Task<DateTime> SinceAsync() => site.AskAsync(db => db.Confirmations.Select(confirmation => confirmation.At).FirstAsync(Cancel));

    private async Task<IDocument> PublicAsync() => await site.Site.Client.GetPageAsync(Maria, Cancel);

    // The last by name where none is named: it would not stand at the top by itself.
    private Task<List<Guid>> ContactsAsync(string? slug = null) => site.AskAsync(async db =>
    {
        var all = await db.Organisations.Select(organisation => new { organisation.Id, organisation.Slug }).ToListAsync(Cancel);
        var wanted = slug is null ? all.MaxBy(organisation => organisation.Slug.Value, StringComparer.Ordinal)! : all.Single(organisation => organisation.Slug.Value == slug);
        return await db.ContactPoints.Where(contact => contact.OrganisationId == wanted.Id).OrderBy(contact => contact.Position).Select(contact => contact.Id).ToListAsync(Cancel);
    });
}
