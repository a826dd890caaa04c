using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Two at the same moment on the same part of one entry, through the pages: one wins, and the other loses nothing that was typed.</summary>
public sealed class RaceTests : IAsyncDisposable
{
    private const int Races = 100;

    private readonly StaffSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoPersons_WhoPublishTheSamePart_HaveOneWinnerEachTime()
    {
        var (entry, names) = await EntryAsync();
        var persons = new[] { await site.NewReviewerAsync("one@race.example", Cancel), await site.NewReviewerAsync("other@race.example", Cancel) };
        var shown = "";
        for (var race = 0; race < Races; race++)
        {
            var typed = new[] { $"One {Word(race)}", $"Other {Word(race)}" };
            var forms = await Task.WhenAll(WriteAsync(persons[0], names, typed[0]), WriteAsync(persons[1], names, typed[1]));

            var answers = await AtOnceAsync(() => forms[0].PressAsync(persons[0].Browser, "Publish now"), () => forms[1].PressAsync(persons[1].Browser, "Publish now"));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
            var after = await Task.WhenAll(persons.Zip(answers, (person, answer) => person.Browser.GetAsync(answer.Location!)));
            var winner = Assert.Single(Enumerable.Range(0, 2), i => after[i].Page.QuerySelector("h1").Words() == "Published");
            var (loser, lost) = (persons[1 - winner].Browser, after[1 - winner].Page);
            Assert.Equal("Not published: somebody else was faster", lost.QuerySelector("h1").Words());
            var compared = await loser.SubmitAsync(lost.Hrefs("main a").Single(href => href.EndsWith("/conflict", StringComparison.Ordinal)), lost.Hrefs("main a").Single(href => href.EndsWith("/conflict", StringComparison.Ordinal)));
            Assert.All(typed, text => Assert.Contains(text, compared.Page.QuerySelector(".conflict").Words(), StringComparison.Ordinal));
            var merged = await FilledForm.With(compared.Page, "Continue").Choose("What you wrote").PressAsync(loser, "Continue");
            Assert.Equal(typed[1 - winner], await NameInFormAsync(loser, names));
            Assert.StartsWith("/admin/drafts/", merged.Location, StringComparison.Ordinal);
            shown = typed[winner];
        }

        Assert.Equal(shown, await site.AskAsync(async db => (await db.Organisations.SingleAsync(organisation => organisation.Id == entry, Cancel)).Name.In(LanguageTag.Parse("en")).Text));
        Assert.Equal(Races, await site.AskAsync(db => db.AuditEntries.CountAsync(audit => audit.Action == AuditAction.Published, Cancel)));
        Assert.True((await site.Site.Services.GetRequiredService<AuditVerifier>().VerifyAsync(Cancel)).IsWhole);
    }

    [Fact]
    public async Task TwoWindows_ThatSaveTheSamePart_HaveOneWinnerEachTime()
    {
        var (entry, names) = await EntryAsync();
        var person = await site.NewReviewerAsync("one@race.example", Cancel);
        for (var race = 0; race < Races; race++)
        {
            var typed = new[] { $"One {Word(race)}", $"Other {Word(race)}" };
            var page = (await person.Browser.GetAsync(names)).Page;
            var forms = typed.Select(text => FilledForm.With(page, "Save").Set("Name[en]", text)).ToArray();

            var answers = await AtOnceAsync(() => forms[0].PressAsync(person.Browser, "Save"), () => forms[1].PressAsync(person.Browser, "Save"));

            var winner = Assert.Single(Enumerable.Range(0, 2), i => answers[i].Status == HttpStatusCode.SeeOther);
            var lost = answers[1 - winner];
            Assert.Equal(HttpStatusCode.UnprocessableEntity, lost.Status);
            Assert.Equal(typed[1 - winner], lost.Page.GetElementById("Name-en")!.GetAttribute("value"));
            Assert.Contains(typed[winner], lost.Page.QuerySelector(".errors .before").Words(), StringComparison.Ordinal);
            Assert.Equal(typed[winner], await NameInFormAsync(person.Browser, names));
            // Some races are about the first draft of all, the others about one that is there.
            if (race % 2 == 0)
            {
                await GiveUpAsync(person, entry);
            }
        }
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // No number, which would need a second person.
    private static string Word(int race) => string.Concat($"{race:00}".Select(digit => (char)('k' + (digit - '0'))));

    private static async Task<Answer[]> AtOnceAsync(params Func<Task<Answer>>[] posts)
    {
        using var start = new Barrier(posts.Length);
        return await Task.WhenAll(posts.Select(post => Task.Run(() =>
        {
            start.SignalAndWait(Cancel);
            return post();
        }, Cancel)));
    }

    private static async Task<string?> NameInFormAsync(Visitor browser, string names) =>
        (await browser.GetAsync(names)).Page.GetElementById("Name-en")!.GetAttribute("value");

    // Saves the part, and opens the page from which it is published.
    private async Task<FilledForm> WriteAsync(StaffPerson person, string names, string text)
    {
        var saved = await FilledForm.With((await person.Browser.GetAsync(names)).Page, "Save").Set("Name[en]", text).PressAsync(person.Browser, "Save");
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        return FilledForm.With((await person.Browser.GetAsync(EditingLinks.Draft(await DraftAsync(person)))).Page, "Publish now");
    }

    private Task<Guid> DraftAsync(StaffPerson person) =>
        site.AskAsync(db => db.Revisions.Where(revision => revision.AuthorId == person.Id && revision.State == RevisionState.Draft).Select(revision => revision.Id).SingleAsync(Cancel));

    private async Task GiveUpAsync(StaffPerson person, Guid entry)
    {
        var withdraw = EditingLinks.Withdraw(await DraftAsync(person));
        await person.Browser.SubmitAsync(withdraw, withdraw);
        Assert.Equal(0, await site.AskAsync(db => db.Revisions.CountAsync(revision => revision.SubjectId == entry && revision.State == RevisionState.Draft, Cancel)));
    }

    private async Task<(Guid Id, string Names)> EntryAsync()
    {
        var id = await site.AskAsync(db => db.Organisations.Where(organisation => organisation.Slug == Slug.Parse("nevoli-net")).Select(organisation => organisation.Id).SingleAsync(Cancel));
        return (id, EntryLinks.Task(id, "names"));
    }
}
