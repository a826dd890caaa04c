using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure.Staff;

namespace ReferralDirectory.Web.Tests.Instances;

/// <summary>Two instances of the site that share a database. On SQLite there is one.</summary>
[Trait("Database", "PostgreSQL")]
public sealed class InstancesTests : IAsyncDisposable
{
    private const string Maria = "/en/russian-federation/providers/maria";
    private const string OfThoseWhoListen = "FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN referral_directory'";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly StaffSite one;

    public InstancesTests()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, $"Several instances need PostgreSQL: {TestDatabase.Provider} is not set to it. ./tests/run passes these tests.");
        one = new();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatOnePublishes_TheOtherShows_BecauseTheDatabaseTells()
    {
        // Nothing here ever looks by itself.
        await using var other = Another(services => services.AddSingleton<TimeProvider>(new StillClock()));
        SiteHost.FollowOthers(other.Site.Services);

        await PublishLanguagesAsync();

        Report("told", await UntilAsync(async () => (await other.Site.Client.GetStringAsync(Maria, Cancel)).Contains("Languages spoken", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhatOnePublishes_TheOtherShows_ThoughNobodyTells()
    {
        await using var other = Another();
        SiteHost.FollowOthers(other.Site.Services);
        // It listens again five seconds later, which is later than the next look.
        await UntilAsync(() => Task.FromResult((long)TestDatabase.Ask(one.Site.DatabasePath, $"SELECT COUNT(pg_terminate_backend(pid)) {OfThoseWhoListen}")! > 0));

        await PublishLanguagesAsync();

        // A look each second, and what it takes to read.
        Report("not told", await UntilAsync(async () => (await other.Site.Client.GetStringAsync(Maria, Cancel)).Contains("Languages spoken", StringComparison.Ordinal)), mostSeconds: 2);
    }

    [Fact]
    public async Task WhatOneTakesDown_IsGoneFromEveryPageOfTheOther()
    {
        await using var other = Another();
        SiteHost.FollowOthers(other.Site.Services);
        var reviewer = await one.NewReviewerAsync("reviewer@staff.example", Cancel);
        var maria = await one.OrganisationAsync("maria");

        await reviewer.Browser.SubmitAsync($"/admin/organisations/{maria}/take-down", $"/admin/organisations/{maria}/take-down", ("reason", "The phone was taken."));

        Report("taken down", await UntilAsync(async () => (await other.Site.Client.GetAsync(Maria, Cancel)).StatusCode != HttpStatusCode.OK));
        Assert.DoesNotContain("maria", await other.Site.Client.GetStringAsync("/sitemap.xml", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("providers/maria", await other.Site.Client.GetStringAsync("/en/russian-federation/providers?q=maria", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("providers/maria", await other.Site.Client.GetStringAsync("/en/russian-federation/providers", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASession_AForm_AndTheirEnd_HoldOnBoth()
    {
        await using var other = Another();
        var person = await one.NewReviewerAsync("reviewer@staff.example", Cancel);
        var there = other.NewVisitor(Cancel);
        foreach (var (name, value) in person.Browser.Cookies)
        {
            there.Cookies[name] = value;
        }

        // A form of one, sent to the other: the keys and the token of the form are those of both.
        var form = (await person.Browser.GetAsync("/admin/account/name")).Page;
        var renamed = await there.SubmitAsync(form, "/admin/account/name", ("name", "Night shift"));
        Assert.Equal("/admin/account", renamed.Location);
        Assert.Contains("Night shift", (await person.Browser.GetAsync("/admin/account")).Text, StringComparison.Ordinal);

        var overview = (await there.GetAsync("/admin")).Page;
        await there.SubmitAsync(overview, "/admin/sign-out");
        Assert.StartsWith("/admin/sign-in", (await person.Browser.GetAsync("/admin")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GuessesAtOne_CountAtTheOther()
    {
        await using var other = Another();
        SiteHost.FollowOthers(one.Site.Services);
        SiteHost.FollowOthers(other.Site.Services);
        await UntilAsync(() => Task.FromResult((long)TestDatabase.Ask(one.Site.DatabasePath, $"SELECT COUNT(*) {OfThoseWhoListen}")! == 2));

        // Codes, and what may be used once: told in their order, and before what comes next.
        var (here, there) = (one.Site.Services.GetRequiredService<WrongCodes>(), other.Site.Services.GetRequiredService<WrongCodes>());
        Assert.True(Enumerable.Range(0, WrongCodes.InARow).Select(_ => here.Begin("somebody")).ToList()[^1].IsLast);
        Assert.True(one.Site.Services.GetRequiredService<SpentStates>().Spend("asked", TimeSpan.FromMinutes(5)));

        // Passwords, of somebody whom nobody knows: who has an account is not to be found out.
        var guesses = 0;
        for (; guesses < SlowDown.FreeForAccount; guesses++)
        {
            Assert.Equal(HttpStatusCode.OK, (await GuessAsync(one)).Status);
        }

        await UntilAsync(async () => (await GuessAsync(other)).Status == HttpStatusCode.TooManyRequests || ++guesses == 2 * SlowDown.FreeForAccount);
        Assert.InRange(guesses, SlowDown.FreeForAccount, (2 * SlowDown.FreeForAccount) - 1);
        Assert.NotNull(there.Begin("somebody").Wait);
        Assert.False(other.Site.Services.GetRequiredService<SpentStates>().Spend("asked", TimeSpan.FromMinutes(5)));

        here.Right("somebody");
        await UntilAsync(() => Task.FromResult(there.Begin("somebody").Wait is null));
    }

    [Fact]
    public async Task WhatWasPublishedElsewhere_IsShown_WithWhatIsPublishedHere()
    {
        // Without a watcher: who publishes catches up.
        await using var other = Another();
        await PublishLanguagesAsync();
        var sisters = await one.OrganisationAsync("sisters");

        await other.Site.Services.GetRequiredService<PublishedDirectorySource>().ReloadAsync(new HashSet<Guid> { sisters }, Cancel);

        Assert.Contains("Languages spoken", await other.Site.Client.GetStringAsync(Maria, Cancel), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (one is not null)
        {
            await one.DisposeAsync();
        }
    }

    private static void Report(string how, TimeSpan took, double mostSeconds = 1)
    {
        Console.WriteLine($"Measured: {how}, another instance shows a change {took.TotalMilliseconds:F0} ms after it was made.");
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(mostSeconds));
    }

    // Asks again and again.
    private static async Task<TimeSpan> UntilAsync(Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < Patience, "It never happened.");
        }

        return watch.Elapsed;
    }

    private StaffSite Another(Action<IServiceCollection>? services = null) => new(TestDatabase.Settings(one.Site.DatabasePath).ToDictionary(), services);

    private async Task PublishLanguagesAsync()
    {
        var country = await one.AskAsync(db => Task.FromResult(db.Countries.Single().Id));
        var actor = new Actor(await one.NewMemberAsync(country, Cancel), false, new HashSet<Guid> { country }, new HashSet<Guid>());
        var (drafts, id) = (one.Site.Services.GetRequiredService<DraftDesk>(), await one.OrganisationAsync("maria"));
        var start = (await drafts.OpenAsync(actor, new Subject(SubjectKind.Organisation, id), Cancel))!;
        var saved = Done(await drafts.SaveAsync(actor, new DraftInput { Draft = (OrganisationDraft)start.Draft with { LanguagesSpoken = ["tg"] }, SubjectId = id, BaseVersion = start.BaseVersion }, Cancel));
        var sent = Done(await drafts.SubmitAsync(actor, saved.Id, saved.Version, Cancel));
        Done(await one.Site.Services.GetRequiredService<ReviewDesk>().PublishAsync(actor, sent.Id, sent.Version, Cancel));
    }

    private static Task<Answer> GuessAsync(StaffSite site) => site.NewVisitor(Cancel).SubmitAsync("/admin/sign-in", "/admin/sign-in", ("email", "nobody@staff.example"), ("password", "a wrong one"));

    private static RevisionSummary Done(EditResult result) => Assert.IsType<EditResult.Done>(result).Revision!;

    /// <summary>The real time, and no timer ever rings.</summary>
    private sealed class StillClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
