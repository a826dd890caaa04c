using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class AuditPageTests : IAsyncDisposable
{
    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheLog_SaysWhoDidWhat_AndVerifyFindsAChangedEntry()
    {
        var administrator = await site.NewAdministratorAsync("administrator@audit.example", Cancel);
        var reviewer = await site.NewReviewerAsync("reviewer@audit.example", Cancel);
        var organisation = await TakeDownAsync(reviewer.Id);
        var browser = administrator.Browser;

        var page = (await browser.GetAsync("/admin/audit")).Page;
        var latest = page.QuerySelectorAll(".audit li").First(entry => entry.Words().Contains("Taken down", StringComparison.Ordinal)).Words();
        Assert.Contains("The reviewer (reviewer@audit.example)", latest, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".audit bdi"), name => name.TextContent == "The reviewer (reviewer@audit.example)");
        Assert.Contains("They moved", latest, StringComparison.Ordinal);
        var ofIt = (await browser.GetAsync($"/admin/audit?subject={organisation}")).Page;
        Assert.All(ofIt.QuerySelectorAll(".audit li"), entry => Assert.Contains("Organisation", entry.Words(), StringComparison.Ordinal));

        var whole = await FilledForm.With(page, "Verify now").PressAsync(browser, "Verify now");
        Assert.Equal("Nothing was tampered with", whole.Page.QuerySelector("h1").Words());
        var mark = await site.AskAsync(db => db.AuditHeads.Select(head => $"{head.Number}:{head.Hash}").SingleAsync(Cancel));
        Assert.Equal(mark, whole.Page.QuerySelector(".hash").Words());

        var number = await site.AskAsync(db => db.AuditEntries.Where(entry => entry.Action == AuditAction.TakenDown).Select(entry => entry.Number).SingleAsync(Cancel));
        await site.AskAsync(db => db.AuditEntries.Where(entry => entry.Number == number).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Detail, "They asked for it"), Cancel));
        var broken = await FilledForm.With(page, "Verify now").PressAsync(browser, "Verify now");
        Assert.Equal("Somebody tampered with the database", broken.Page.QuerySelector("h1").Words());
        Assert.Contains($"Entry {number} was changed.", broken.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasKept_IsCompared_AndComesBackWhereItIsNoFingerprint()
    {
        var browser = (await site.NewAdministratorAsync("administrator@audit.example", Cancel)).Browser;
        var page = (await browser.GetAsync("/admin/audit")).Page;
        var mark = (await FilledForm.With(page, "Verify now").PressAsync(browser, "Verify now")).Page.QuerySelector(".hash").Words();
        var number = mark.Split(':')[0];

        var fits = await FilledForm.With(page, "Verify now").Fill("Fingerprint that you kept, if you have one", $" {mark.ToUpperInvariant()} ").PressAsync(browser, "Verify now");
        var differs = await FilledForm.With(page, "Verify now").Fill("Fingerprint that you kept, if you have one", $"{number}:{new string('0', 64)}").PressAsync(browser, "Verify now");
        var none = await FilledForm.With(page, "Verify now").Fill("Fingerprint that you kept, if you have one", "<12>").PressAsync(browser, "Verify now");

        Assert.Contains($"Entry {number} is the one whose fingerprint you kept", fits.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("Somebody tampered with the database", differs.Page.QuerySelector("h1").Words());
        Assert.Contains($"Entry {number} is not the one whose fingerprint you kept.", differs.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Equal("#kept", none.Page.QuerySelector("#errors a")?.GetAttribute("href"));
        Assert.Equal("<12>", none.Page.QuerySelector("#kept")?.GetAttribute("value"));
    }

    [Fact]
    public async Task AnEntryThatCannotBeRead_HidesNoneOfTheOthers_AndIsNamed()
    {
        var administrator = await site.NewAdministratorAsync("administrator@audit.example", Cancel);
        var reviewer = await site.NewReviewerAsync("reviewer@audit.example", Cancel);
        await TakeDownAsync(reviewer.Id);
        var last = await site.AskAsync(db => db.AuditEntries.MaxAsync(entry => entry.Number, Cancel));
        await TakeDownAsync(reviewer.Id, skip: 1);
        TestDatabase.Execute(site.Site.DatabasePath, $"UPDATE AuditEntries SET Action = 'Nonsense' WHERE Number = {last}");

        var page = (await administrator.Browser.GetAsync("/admin/audit")).Page;
        var broken = await FilledForm.With(page, "Verify now").PressAsync(administrator.Browser, "Verify now");

        Assert.Equal($"{last}. This entry cannot be read", page.QuerySelectorAll(".audit h2")[1].Words());
        Assert.StartsWith($"{last + 1}. Taken down", page.QuerySelectorAll(".audit h2")[0].Words(), StringComparison.Ordinal);
        Assert.Contains($"Entry {last} was changed.", broken.Page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReasonThatLooksLikeASeal_IsShown()
    {
        var administrator = await site.NewAdministratorAsync("administrator@audit.example", Cancel);
        var reason = $"revision-2:{new string('a', 64)}";
        await TakeDownAsync((await site.NewReviewerAsync("reviewer@audit.example", Cancel)).Id, reason: reason);

        Assert.Contains(reason, (await administrator.Browser.GetAsync("/admin/audit")).Page.QuerySelector(".audit li").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANumberChangedInTheDatabase_IsNamed_WithItsEntryAndField()
    {
        var administrator = await site.NewAdministratorAsync("administrator@audit.example", Cancel);
        TestDatabase.Execute(site.Site.DatabasePath, "UPDATE ContactPoints SET Value = 'help@evil.example' WHERE Kind = 'Email' AND OrganisationId = (SELECT Id FROM Organisations WHERE Slug = 'sisters')");
        var page = (await administrator.Browser.GetAsync("/admin/audit")).Page;

        var broken = (await FilledForm.With(page, "Verify now").PressAsync(administrator.Browser, "Verify now")).Page;

        Assert.Equal("Somebody tampered with the database", broken.QuerySelector("h1").Words());
        var line = Assert.Single(broken.QuerySelectorAll("main .rows li")).Words();
        Assert.Contains("Organisation It does not say what was published. Contacts", line, StringComparison.Ordinal);
        Assert.Contains("Loaded from the content files", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongLog_IsReadPageByPage_WithoutAGap()
    {
        var administrator = await site.NewAdministratorAsync("administrator@audit.example", Cancel);
        var actor = new Actor((await site.NewReviewerAsync("reviewer@audit.example", Cancel)).Id, false, (await site.AskAsync(db => db.Countries.Select(country => country.Id).ToListAsync(Cancel))).ToHashSet(), new HashSet<Guid>());
        var desk = site.Site.Services.GetRequiredService<DraftDesk>();
        var step = new Subject(SubjectKind.StepText, await site.AskAsync(db => db.StepTexts.Select(text => text.Id).FirstAsync(Cancel)));
        var start = (await desk.OpenAsync(actor, step, Cancel))!;
        for (var i = 0; i < 30; i++)
        {
            var saved = Assert.IsType<EditResult.Done>(await desk.SaveAsync(actor, new DraftInput { Draft = (StepTextDraft)start.Draft, SubjectId = step.Id, BaseVersion = start.BaseVersion }, Cancel)).Revision!;
            Assert.IsType<EditResult.Done>(await desk.WithdrawAsync(actor, saved.Id, saved.Version, Cancel));
        }

        var numbers = new List<int>();
        for (var address = "/admin/audit"; address is not null;)
        {
            var page = (await administrator.Browser.GetAsync(address)).Page;
            numbers.AddRange(page.QuerySelectorAll(".audit h2").Select(heading => int.Parse(heading.Words().Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)));
            address = page.QuerySelector("[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, numbers.Count).Reverse(), numbers);
        Assert.True(numbers.Count >= 60);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task<Guid> TakeDownAsync(Guid actorId, int skip = 0, string reason = "They moved")
    {
        var organisation = await site.AskAsync(db => db.Organisations.OrderBy(found => found.Slug).Skip(skip).FirstAsync(Cancel));
        var actor = new Actor(actorId, false, new HashSet<Guid> { organisation.CountryId }, new HashSet<Guid>());
        Assert.IsType<EditResult.Done>(await site.Site.Services.GetRequiredService<TakeDownDesk>().TakeDownAsync(actor, organisation.Id, reason, Cancel));
        return organisation.Id;
    }
}
