using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Features.Admin.Review;

namespace ReferralDirectory.Web.Tests.Features.Admin;

public sealed class ReviewQueueTests : IAsyncDisposable
{
    private readonly Counter counter = new();
    private readonly StaffSite site;

    public ReviewQueueTests() => site = new(services: services =>
    {
        services.ConfigureDbContext<SqliteDirectoryDb>(options => options.AddInterceptors(counter));
        services.ConfigureDbContext<PostgresDirectoryDb>(options => options.AddInterceptors(counter));
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheQueue_IsReadWithAsManyCommands_HoweverLongItIs_AndPageByPage()
    {
        var reviewer = await site.NewReviewerAsync("reviewer@queue.example", Cancel);
        var steps = await site.AskAsync(db => db.StepTexts.OrderBy(text => text.Id).Take(4).ToListAsync(Cancel));
        await SubmitAsync(steps[0], 1);
        await ReadAsync(reviewer, "/admin/review");
        var (few, dashboard) = (await CommandsAsync(reviewer, "/admin/review"), await CommandsAsync(reviewer, "/admin"));

        foreach (var step in steps)
        {
            await SubmitAsync(step, 10);
        }

        Assert.Equal((few, dashboard), (await CommandsAsync(reviewer, "/admin/review"), await CommandsAsync(reviewer, "/admin")));
        var first = await ReadAsync(reviewer, "/admin/review");
        Assert.Equal(QueuePage.Length, first.Lines.Count);
        var second = await ReadAsync(reviewer, first.Next!);
        Assert.Equal((41 - QueuePage.Length, null), (second.Lines.Count, second.Next));
        Assert.Empty(first.Lines.Intersect(second.Lines));
        Assert.Contains("41", (await reviewer.Browser.GetAsync("/admin")).Page.QuerySelector("main .notice a").Words(), StringComparison.Ordinal);
        Assert.Empty((await ReadAsync(reviewer, "/admin/review?page=99999999")).Lines);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task SubmitAsync(StepText step, int times)
    {
        var country = await site.AskAsync(db => db.Steps.Where(found => found.Id == step.StepId).Select(found => found.CountryId).SingleAsync(Cancel));
        var desk = site.Site.Services.GetRequiredService<DraftDesk>();
        var subject = new Subject(SubjectKind.StepText, step.Id);
        for (var time = 0; time < times; time++)
        {
            // Of one author and one text, one waits at a time.
            var author = new Actor(await site.NewMemberAsync(country, Cancel), false, new HashSet<Guid> { country }, new HashSet<Guid>());
            var start = (await desk.OpenAsync(author, subject, Cancel))!;
            var saved = Assert.IsType<EditResult.Done>(await desk.SaveAsync(author, new DraftInput { Draft = (StepTextDraft)start.Draft with { Summary = "Another summary." }, SubjectId = subject.Id, BaseVersion = start.BaseVersion }, Cancel)).Revision!;
            Assert.IsType<EditResult.Done>(await desk.SubmitAsync(author, saved.Id, saved.Version, Cancel));
        }
    }

    private async Task<int> CommandsAsync(StaffPerson reviewer, string address)
    {
        var before = counter.Commands;
        await reviewer.Browser.GetAsync(address);
        return counter.Commands - before;
    }

    private static async Task<(List<string> Lines, string? Next)> ReadAsync(StaffPerson reviewer, string address)
    {
        var page = (await reviewer.Browser.GetAsync(address)).Page;
        Assert.All(page.QuerySelectorAll(".rows li"), line => Assert.Contains("Summary", line.Words(), StringComparison.Ordinal));
        return ([.. page.Hrefs(".rows h3 a")], page.QuerySelector("[rel=next]")?.GetAttribute("href"));
    }

    private sealed class Counter : DbCommandInterceptor
    {
        private int commands;

        public int Commands => commands;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref commands);
            return ValueTask.FromResult(result);
        }

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Interlocked.Increment(ref commands);
            return result;
        }
    }
}
