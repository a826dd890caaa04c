using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Many at once, each on a connection of their own to the same file.</summary>
public sealed class RaceTests : IDisposable
{
    private const int Races = 100;

    private readonly EditingSite site = new();

    [Fact]
    public async Task Publish_OfTwoEditsOfOneEntry_HasOneWinnerEachTime()
    {
        for (var race = 0; race < Races; race++)
        {
            var draft = await site.HelpersAsync();
            var one = await site.SubmitAsync(site.Editor, EditingSite.Helpers, draft.WithDescription($"One {race % 10}."));
            var other = await site.SubmitAsync(site.OtherEditorOfIt, EditingSite.Helpers, draft.WithDescription($"Other {race % 10}."));

            var results = await AtOnceAsync(() => site.PublishAsync(site.Reviewer, one), () => site.PublishAsync(site.SecondReviewer, other));

            var winner = EditingSite.Done(Assert.Single(results, result => result is EditResult.Done));
            var conflict = Assert.Single(results.OfType<EditResult.Conflict>()).Details;
            var (loser, author) = winner.Id == one.Id ? (other, site.OtherEditorOfIt) : (one, site.Editor);
            Assert.Equal(RevisionState.Submitted, (await site.RevisionAsync(loser.Id)).State);
            Assert.Contains("Services[", Assert.Single(conflict.Fields).Path, StringComparison.Ordinal);
            EditingSite.Done(await site.WithdrawAsync(author, loser));
        }

        Assert.True((await site.Audit.VerifyAsync(null, TestDirectory.Cancellation)).IsWhole);
    }

    [Fact]
    public async Task Publish_OfOneRevisionByMany_IsDoneOnce()
    {
        var revision = await site.SubmitAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("New."));

        var reviewers = Enumerable.Range(0, Races).Select(_ => site.Staff(countries: [EditingSite.CountryId])).ToList();

        var results = await AtOnceAsync([.. reviewers.Select(reviewer => (Func<Task<EditResult>>)(() => site.PublishAsync(reviewer, revision)))]);

        Assert.Single(results, result => result is EditResult.Done);
        Assert.Equal(Races - 1, results.Count(result => result is EditResult.WrongState { State: RevisionState.Published }));
    }

    [Fact]
    public async Task Save_OfOneDraftInTwoWindows_LosesNeither()
    {
        var draft = await site.HelpersAsync();
        var revision = await site.SaveAsync(site.Editor, EditingSite.Helpers, draft);

        var results = await AtOnceAsync([.. Enumerable.Range(0, 10).Select(i => (Func<Task<EditResult>>)(() => site.Drafts.SaveAsync(
            site.Editor, new DraftInput { Draft = draft.WithDescription($"Window {i}."), RevisionId = revision.Id, RevisionVersion = revision.Version }, TestDirectory.Cancellation)))]);

        var winner = EditingSite.Done(Assert.Single(results, result => result is EditResult.Done));
        Assert.All(results.Where(result => result is not EditResult.Done), result => Assert.Equal(winner.Version, Assert.IsType<EditResult.Overtaken>(result).Now.Version));
    }

    [Fact]
    public async Task FirstEdits_ByManyAtOnce_NumberTheRevisionsWithoutAGap()
    {
        var draft = await site.HelpersAsync();

        await AtOnceAsync([.. Enumerable.Range(0, 20).Select(i => (Func<Task<EditResult>>)(() => site.TrySaveAsync(site.Editor, EditingSite.Helpers, draft.WithDescription($"Edit {i}."))))]);

        await using var db = site.Open();
        var numbers = await db.Revisions.Where(revision => revision.SubjectId == EditingSite.HelpersId).OrderBy(revision => revision.Number).Select(revision => revision.Number).ToListAsync(TestDirectory.Cancellation);
        Assert.Equal(Enumerable.Range(1, 21), numbers);
        Assert.Equal(20, await db.AuditEntries.CountAsync(entry => entry.Action == AuditAction.DraftSaved, TestDirectory.Cancellation));
        Assert.True((await site.Audit.VerifyAsync(null, TestDirectory.Cancellation)).IsWhole);
    }

    public void Dispose() => site.Dispose();

    private static async Task<EditResult[]> AtOnceAsync(params Func<Task<EditResult>>[] work)
    {
        using var start = new Barrier(Math.Min(work.Length, 2));
        return await Task.WhenAll(work.Select((one, i) => Task.Run(() =>
        {
            if (i < 2)
            {
                start.SignalAndWait(TestDirectory.Cancellation);
            }

            return one();
        }, TestDirectory.Cancellation)));
    }
}
