using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Audit;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin;
using ReferralDirectory.Web.Features.Admin.Organisations;

namespace ReferralDirectory.Web.Tests.Features.Admin;

/// <summary>Two at the same moment on the same part of one entry, through the pages: one wins, and the other loses nothing that was typed.</summary>
public sealed class RaceTests : IAsyncDisposable
{
    // Core races as often on PostgreSQL, too.
    private static readonly int Races = TestDatabase.IsPostgres ? 25 : 100;

    private readonly StaffSite site = new();
    private readonly ConcurrentDictionary<Guid, IReadOnlyList<(string Name, string Value)>> tokens = new();
    private HashSet<Guid>? countries;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoPersons_WhoPublishTheSamePart_HaveOneWinnerEachTime()
    {
        var (entry, _) = await EntryAsync();
        // A text that a reviewer may publish alone.
        var form = EntryLinks.Item(entry, "services", await site.AskAsync(db => db.Services.Where(service => service.OrganisationId == entry).OrderBy(service => service.Position).Select(service => service.Id).FirstAsync(Cancel)));
        var persons = new[] { await site.NewReviewerAsync("one@race.example", Cancel), await site.NewReviewerAsync("other@race.example", Cancel) };
        var shown = "";
        for (var race = 0; race < Races; race++)
        {
            var typed = new[] { $"One {Word(race)}", $"Other {Word(race)}" };
            var drafts = new[] { await SaveAsync(persons[0], entry, typed[0]), await SaveAsync(persons[1], entry, typed[1]) };

            var answers = await AtOnceAsync(() => PublishAsync(persons[0], drafts[0]), () => PublishAsync(persons[1], drafts[1]));

            Assert.Equal(drafts.Select(draft => EditingLinks.Sent(draft.Id)), answers.Select(answer => answer.Location));
            var stored = await Task.WhenAll(drafts.Select(draft => site.AskAsync(db => db.Revisions.AsNoTracking().SingleAsync(revision => revision.Id == draft.Id, Cancel))));
            var winner = Assert.Single(Enumerable.Range(0, 2), i => stored[i].State == RevisionState.Published);
            var (loser, lost) = (persons[1 - winner], stored[1 - winner]);
            Assert.Equal(RevisionState.Submitted, lost.State);
            var conflict = EditingLinks.Conflict(lost.Id);
            var compared = await loser.Browser.PostAsync(conflict, [.. await TokensAsync(loser), ("version", lost.Version.ToString())]);
            Assert.All(typed, text => Assert.Contains(text, compared.Page.QuerySelector(".conflict").Words(), StringComparison.Ordinal));
            shown = typed[winner];
            if (race % 10 == 0)
            {
                var sent = (await loser.Browser.GetAsync(EditingLinks.Sent(lost.Id))).Page;
                Assert.Equal(("Not published: somebody else was faster", conflict), (sent.QuerySelector("h1").Words(), sent.Hrefs("main a.button").Single()));
                await FilledForm.With(compared.Page, "Continue").Choose("What you wrote").PressAsync(loser.Browser, "Continue");
                Assert.Contains(typed[1 - winner], (await loser.Browser.GetAsync(form)).Page.QuerySelectorAll("textarea").Select(text => text.TextContent.Trim()));
                await GiveUpAsync(loser, RevisionState.Draft);
            }
            else
            {
                // Of one author and one entry, one waits at a time.
                await GiveUpAsync(loser, RevisionState.Submitted);
            }
        }

        Assert.Equal(shown, await site.AskAsync(async db => (await db.Services.Where(service => service.OrganisationId == entry).OrderBy(service => service.Position).FirstAsync(Cancel)).Description.In(LanguageTag.Parse("en")).Text));
        Assert.Equal(Races, await site.AskAsync(db => db.AuditEntries.CountAsync(audit => audit.Action == AuditAction.Published, Cancel)));
        Assert.True((await site.Site.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, Cancel)).IsWhole);
    }

    [Fact]
    public async Task TwoWindows_ThatSaveTheSamePart_HaveOneWinnerEachTime()
    {
        var (_, names) = await EntryAsync();
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
                await GiveUpAsync(person, RevisionState.Draft);
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

    // What the pages of the form do, which are not what is raced for.
    private async Task<RevisionSummary> SaveAsync(StaffPerson person, Guid entry, string text)
    {
        var actor = await ActorAsync(person);
        var desk = site.Site.Services.GetRequiredService<DraftDesk>();
        var start = (await desk.OpenAsync(actor, new Subject(SubjectKind.Organisation, entry), Cancel))!;
        var changed = ((OrganisationDraft)start.Draft).WithDescription(text);
        return Assert.IsType<EditResult.Done>(await desk.SaveAsync(actor, new DraftInput { Draft = changed, SubjectId = entry, BaseVersion = start.BaseVersion }, Cancel)).Revision!;
    }

    // The form of the page, filled in by hand: its tokens are the browser's and not the draft's.
    private async Task<Answer> PublishAsync(StaffPerson person, RevisionSummary draft) =>
        await person.Browser.PostAsync(EditingLinks.Send(draft.Id), [.. await TokensAsync(person), ("version", draft.Version.ToString()), ("note", ""), ("publish", "true")]);

    private async Task<IReadOnlyList<(string Name, string Value)>> TokensAsync(StaffPerson person)
    {
        if (!tokens.TryGetValue(person.Id, out var found))
        {
            var form = (await person.Browser.GetAsync("/admin/account/name")).Page.QuerySelector("main form")!;
            tokens[person.Id] = found = [.. Visitor.Fields(form).Where(field => field.Name.StartsWith("__", StringComparison.Ordinal))];
        }

        return found;
    }

    private async Task GiveUpAsync(StaffPerson person, RevisionState state)
    {
        var draft = await site.AskAsync(db => db.Revisions.AsNoTracking().SingleAsync(revision => revision.AuthorId == person.Id && revision.State == state, Cancel));
        Assert.IsType<EditResult.Done>(await site.Site.Services.GetRequiredService<DraftDesk>().WithdrawAsync(await ActorAsync(person), draft.Id, draft.Version, Cancel));
    }

    private async Task<Actor> ActorAsync(StaffPerson person) =>
        new(person.Id, false, countries ??= [.. await site.AskAsync(db => db.Countries.Select(country => country.Id).ToListAsync(Cancel))], new HashSet<Guid>());

    private async Task<(Guid Id, string Names)> EntryAsync()
    {
        var id = await site.OrganisationAsync("nevoli-net");
        return (id, EntryLinks.Task(id, "names"));
    }
}
