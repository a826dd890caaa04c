using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>The pages by which contacts are kept fresh against the rules that a program can test: for staff, for readers, and for an organisation.</summary>
public sealed class FreshnessAccessibilityTests(BrowserFixture fixture) : IAsyncDisposable
{
    private static readonly int[] DaysAgo = [300, 200, 95, 65, 35, 5];

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task NoPage_HasAViolation_OrScrollsSideways(string language)
    {
        await ConfirmOverAYearAsync();
        var reader = await fixture.OpenAsync(new Uri(site.Site.Address, $"/{language}/russian-federation/providers/maria").ToString());
        await reader.ClickAsync(".report button");
        await CheckAsync(reader, "reported", language);

        var person = await site.NewReviewerAsync("fresh@staff.example", Cancel);
        var page = await fixture.SignInAsync(site, person);
        await page.ReadInAsync(language);
        await page.ClickAsync(".chart summary");
        await CheckAsync(page, "overview-fresh", language);
        await page.GotoAsync("/admin/freshness");
        await CheckAsync(page, "freshness", language);
        // A shorter list of the same.
        await page.GotoAsync("/admin/freshness?show=Over90Days");
        await page.CheckAsync("#how-Called");
        await page.Locator("form.admin > .buttons button").First.ClickAsync();
        await page.WaitForSelectorAsync("#errors");
        await CheckAsync(page, "freshness-nothing-ticked", language);
        await page.CheckAsync("#how-Called");
        await page.Locator(".stale-contact input").First.CheckAsync();
        await page.Locator("form.admin > .buttons button").First.ClickAsync();
        await page.WaitForSelectorAsync(".done");
        await CheckAsync(page, "freshness-done", language);
        await page.GotoAsync("/admin/freshness?show=Lately");
        await CheckAsync(page, "freshness-lately", language);

        var organisation = await site.OrganisationAsync("maria");
        await page.GotoAsync($"/admin/organisations/{organisation}/link");
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("#link");
        await CheckAsync(page, "link-made", language);
        var link = await page.InnerTextAsync("#link");

        var stranger = await fixture.OpenAsync(link, options => options.Locale = language);
        await CheckAsync(stranger, "answer", language);
        await stranger.ClickAsync("main button");
        await stranger.WaitForSelectorAsync("#errors");
        await CheckAsync(stranger, "answer-nothing-marked", language);
        await stranger.Locator("[value=wrong]").First.CheckAsync();
        await stranger.Locator("fieldset [type=text]").First.FillAsync("8 902 123 45 67");
        await stranger.Locator("[value=right]").Last.CheckAsync();
        await stranger.ClickAsync("main button");
        await stranger.ArriveAsync("/admin/answered$");
        await CheckAsync(stranger, "answer-sent", language);
        await stranger.GotoAsync(link);
        await CheckAsync(stranger, "answer-unusable", language);

        await page.GotoAsync("/admin/review");
        await CheckAsync(page, "queue-answer", language);
        await page.ClickAsync(".rows h3 a");
        await page.ArriveAsync("/admin/review/[^/]+$");
        await CheckAsync(page, "review-answer", language);

        await PublishAnotherNumberAsync(organisation);
        await page.ReloadAsync();
        await CheckAsync(page, "review-overtaken", language);
        await page.ClickAsync(".warning a");
        await CheckAsync(page, "conflict-of-others", language);
        await page.ClickAsync("main form button");
        await page.WaitForSelectorAsync("[type=radio]");
        await CheckAsync(page, "choose-of-others", language);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // Instead of the one that the organisation says is wrong.
    private async Task PublishAnotherNumberAsync(Guid organisation)
    {
        var country = await site.AskAsync(db => db.Countries.Select(found => found.Id).SingleAsync(Cancel));
        var (author, second) = (await ActorAsync(country), await ActorAsync(country));
        var (drafts, reviews) = (site.Site.Services.GetRequiredService<DraftDesk>(), site.Site.Services.GetRequiredService<ReviewDesk>());
        var start = (await drafts.OpenAsync(author, new Subject(SubjectKind.Organisation, organisation), Cancel))!;
        var draft = (OrganisationDraft)start.Draft;
        var input = new DraftInput { Draft = draft with { Contacts = draft.Contacts.SetItem(0, draft.Contacts[0] with { Value = "+79021234598" }) }, SubjectId = organisation, BaseVersion = start.BaseVersion };
        var saved = Assert.IsType<EditResult.Done>(await drafts.SaveAsync(author, input, Cancel)).Revision!;
        var sent = Assert.IsType<EditResult.Done>(await drafts.SubmitAsync(author, saved.Id, saved.Version, Cancel)).Revision!;
        Assert.IsType<EditResult.Done>(await reviews.PublishAsync(second, sent.Id, sent.Version, Cancel));
    }

    private async Task<Actor> ActorAsync(Guid country) => new(await site.NewMemberAsync(country, Cancel), false, new HashSet<Guid> { country }, new HashSet<Guid>());

    private static async Task CheckAsync(IPage page, string name, string language) => Assert.Empty(await page.FaultsInEveryLookAsync($"{name}-{language}"));

    // So that there are contacts of every age, and a chart of more than one month.
    private async Task ConfirmOverAYearAsync()
    {
        var country = await site.AskAsync(db => db.Countries.Select(found => found.Id).SingleAsync(Cancel));
        var reviewer = await ActorAsync(country);
        var contacts = await site.AskAsync(db => db.ContactPoints.OrderBy(contact => contact.Id).Select(contact => contact.Id).Take(24).ToListAsync(Cancel));
        var now = site.Clock.GetUtcNow().UtcDateTime;
        foreach (var (days, some) in DaysAgo.Zip(contacts.Chunk(4)))
        {
            site.Clock.MoveTo(now.AddDays(-days));
            await site.Site.Services.GetRequiredService<ConfirmationDesk>().ConfirmAsync(reviewer, some, ConfirmationMethod.Called, Cancel);
        }

        site.Clock.MoveTo(now);
        await site.Site.Services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(Cancel);
    }
}
