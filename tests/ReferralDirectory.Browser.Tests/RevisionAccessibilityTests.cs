using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Browser.Tests;

/// <summary>The pages of drafts, reviews, history, step texts, terms and the audit log against the rules that a program can test.</summary>
public sealed class RevisionAccessibilityTests(BrowserFixture fixture) : IAsyncDisposable
{
    private readonly StaffSite site = new();
    private readonly List<string> faults = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task NoPage_HasAViolation_OrScrollsSideways(string language)
    {
        var reviewer = await PersonAsync();
        var pages = await AddressesAsync(reviewer);
        var page = await fixture.SignInAsync(site, reviewer);
        await page.ReadInAsync(language);

        foreach (var (name, address) in pages)
        {
            await page.GotoAsync(address);
            await CheckAsync(page, $"{name}-{language}");
        }

        await page.GotoAsync(pages["review"]);
        await page.ClickAsync("button.second");
        await CheckAsync(page, $"rejected-without-reason-{language}");
        await page.GotoAsync(pages["step"]);
        await page.FillAsync("#Title", "");
        await page.FillAsync("#ForYou", "# x");
        await page.ClickAsync("[value=check]");
        await CheckAsync(page, $"step-with-errors-{language}");
        await page.FillAsync("#ForYou", "**x**");
        await page.ClickAsync("[value=preview]");
        await CheckAsync(page, $"step-with-preview-{language}");
        await page.GotoAsync(pages["term"]);
        await page.ClickAsync("[value=preview]");
        await CheckAsync(page, $"term-with-preview-{language}");
        await page.GotoAsync(pages["audit"]);
        await page.FillAsync("#kept", "12");
        await page.ClickAsync("form[action$=verify] button");
        await CheckAsync(page, $"kept-no-fingerprint-{language}");
        await page.FillAsync("#kept", $"1:{new string('0', AuditHead.HashLength)}");
        await page.ClickAsync("form[action$=verify] button");
        await CheckAsync(page, $"kept-differs-{language}");
        await page.GotoAsync(pages["audit"]);
        await page.ClickAsync("form[action$=verify] button");
        await CheckAsync(page, $"verified-{language}");
        await page.GotoAsync(pages["conflict"]);
        await page.ClickAsync("main form button");
        await CheckAsync(page, $"choose-{language}");
        Assert.Empty(faults);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task CheckAsync(IPage page, string name) => faults.AddRange((await page.FaultsInEveryLookAsync(name)).Select(fault => $"{name}: {fault}"));

    private async Task<StaffPerson> PersonAsync() => await site.NewPersonAsync(
        "all@staff.example",
        Cancel,
        new StaffGrant { Role = StaffRole.Administrator },
        new StaffGrant { Role = StaffRole.Reviewer, CountryId = await site.AskAsync(db => db.Countries.Select(country => country.Id).SingleAsync(Cancel)) });

    private async Task<Dictionary<string, string>> AddressesAsync(StaffPerson person)
    {
        var country = await site.AskAsync(db => db.Countries.Select(country => country.Id).SingleAsync(Cancel));
        var me = new Actor(person.Id, true, new HashSet<Guid> { country }, new HashSet<Guid>());
        var other = new Actor(await site.NewMemberAsync(country, Cancel), false, new HashSet<Guid> { country }, new HashSet<Guid>());
        var ids = await site.AskAsync(db => db.Organisations.OrderBy(o => o.Slug).Select(o => o.Id).Take(5).ToListAsync(Cancel));
        var sent = await SubmitAsync(other, await SaveAsync(other, ids[0], "A new description, longer than the one before."));
        var rejected = await SubmitAsync(me, await SaveAsync(me, ids[1], "Not good."));
        await Reviews.RejectAsync(other, rejected.Id, rejected.Version, "Say more.", Cancel);
        var published = await SubmitAsync(me, await SaveAsync(me, ids[2], "Better."));
        await Reviews.PublishAsync(other, published.Id, published.Version, Cancel);
        var waiting = await SubmitAsync(me, await SaveAsync(me, ids[3], "Mine."));
        var overtaken = await SaveAsync(me, ids[4], "Mine as well.");
        var tooLate = await SubmitAsync(me, await SaveAsync(me, ids[4], "Mine, and sent."));
        var first = await SubmitAsync(other, await SaveAsync(other, ids[4], "Theirs."));
        await Reviews.PublishAsync(other, first.Id, first.Version, Cancel);
        var step = await site.AskAsync(db => db.StepTexts.Where(text => text.State != TranslationState.Original).Select(text => text.Id).FirstAsync(Cancel));
        var type = await site.AskAsync(db => db.AssistanceTypes.Select(found => found.Id).FirstAsync(Cancel));
        return new Dictionary<string, string>
        {
            ["overview"] = "/admin",
            ["queue"] = "/admin/review",
            ["review"] = $"/admin/review/{sent.Id}",
            ["review-own"] = $"/admin/review/{waiting.Id}",
            ["decided"] = $"/admin/review/{published.Id}/decided",
            ["draft"] = $"/admin/drafts/{overtaken.Id}",
            ["sent"] = $"/admin/drafts/{waiting.Id}/sent",
            ["sent-too-late"] = $"/admin/drafts/{tooLate.Id}/sent",
            ["new-translation"] = $"/admin/steps/{await NewTranslationAsync()}",
            ["withdraw"] = $"/admin/drafts/{waiting.Id}/withdraw",
            ["conflict"] = $"/admin/drafts/{overtaken.Id}/conflict",
            ["history"] = $"/admin/history/organisation/{ids[1]}",
            ["revision"] = $"/admin/history/{rejected.Id}",
            ["steps"] = "/admin/steps",
            ["step"] = $"/admin/steps/{step}",
            ["terms"] = "/admin/terms",
            ["term"] = $"/admin/terms/assistance-type/{type}",
            ["new-term"] = "/admin/terms/assistance-type/new",
            ["audit"] = "/admin/audit",
        };
    }

    // A language whose readers get the original.
    private async Task<Guid> NewTranslationAsync()
    {
        var language = LanguageTag.Parse("tg");
        await site.AskAsync(async db =>
        {
            db.Add(new Language { Tag = language, Name = "Тоҷикӣ", Position = 2, IsRightToLeft = false, InterfaceState = TranslationState.Unreviewed });
            return await db.SaveChangesAsync(Cancel);
        });
        await site.Site.Services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(Cancel);
        return StepText.IdOf(site.Site.Services.GetRequiredService<PublishedDirectorySource>().Current.Countries[0].Slug, StepKey.Encounter, language);
    }

    private ReviewDesk Reviews => site.Site.Services.GetRequiredService<ReviewDesk>();

    private DraftDesk Drafts => site.Site.Services.GetRequiredService<DraftDesk>();

    private async Task<RevisionSummary> SubmitAsync(Actor actor, RevisionSummary draft) =>
        Assert.IsType<EditResult.Done>(await Drafts.SubmitAsync(actor, draft.Id, draft.Version, Cancel)).Revision!;

    // With another number as well, where somebody looks at it twice.
    private async Task<RevisionSummary> SaveAsync(Actor actor, Guid organisation, string description)
    {
        var start = (await Drafts.OpenAsync(actor, new Subject(SubjectKind.Organisation, organisation), Cancel))!;
        var old = (OrganisationDraft)start.Draft;
        var draft = old with
        {
            Services = old.Services.SetItem(0, old.Services[0] with { Description = [.. old.Services[0].Description.Select(text => text.Language == "en" ? text with { Text = description } : text)] }),
            Contacts = description.StartsWith('A') ? old.Contacts.SetItem(0, old.Contacts[0] with { Kind = ContactKind.Phone, Value = "+79021234599" }) : old.Contacts,
        };
        return Assert.IsType<EditResult.Done>(await Drafts.SaveAsync(actor, new DraftInput { Draft = draft, SubjectId = organisation, BaseVersion = start.BaseVersion, Note = "Why it changes" }, Cancel)).Revision!;
    }
}
