using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>One who hands in more than reviewers can read.</summary>
public sealed class WaitingTests : IDisposable
{
    private readonly EditingSite site = new();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    [Fact]
    public async Task ASecondChangeOfTheSame_IsRefused_AndKept()
    {
        var first = await site.SubmitAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("One bed."));
        var second = await site.SaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Two beds."));

        var refused = Assert.IsType<EditResult.AlreadyWaiting>(await site.Drafts.SubmitAsync(site.Editor, second.Id, second.Version, Cancel));

        Assert.Equal(first.Id, refused.Earlier.Id);
        Assert.Equal((RevisionState.Submitted, RevisionState.Draft), ((await site.RevisionAsync(first.Id)).State, (await site.RevisionAsync(second.Id)).State));
        Assert.Contains("Two beds.", (await site.RevisionAsync(second.Id)).Snapshot, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RevisionState.Published)]
    [InlineData(RevisionState.Rejected)]
    [InlineData(RevisionState.Withdrawn)]
    public async Task OnceTheFirstIsDecided_TheSecondCanBeSent(RevisionState decision)
    {
        var first = await site.SubmitAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("One bed."));
        var second = await site.SaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Two beds."));
        EditingSite.Done(decision switch
        {
            RevisionState.Published => await site.PublishAsync(site.Reviewer, first),
            RevisionState.Rejected => await site.RejectAsync(site.Reviewer, first),
            _ => await site.WithdrawAsync(site.Editor, first),
        });

        await site.SubmitAsync(site.Editor, second);
    }

    [Fact]
    public async Task AnotherAuthor_AndAnotherSubject_DoNotWait()
    {
        await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("One bed."));
        await site.SubmitAsync(site.SecondReviewer, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Two beds."));

        await site.SubmitAsync(site.Reviewer, EditingSite.StepInEnglish, (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft with { Summary = "Another." });
    }

    [Fact]
    public async Task OfManySentAtTheSameMoment_OneWaits()
    {
        List<RevisionSummary> drafts = [];
        for (var i = 0; i < 8; i++)
        {
            drafts.Add(await site.SaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription($"Bed {(char)('a' + i)}.")));
        }

        var results = await Task.WhenAll(drafts.Select(draft => Task.Run(() => site.Drafts.SubmitAsync(site.Editor, draft.Id, draft.Version, Cancel))));

        Assert.Single(results.OfType<EditResult.Done>());
        Assert.Equal(7, results.OfType<EditResult.AlreadyWaiting>().Count());
        Assert.Single((await site.Reviews.QueueAsync(site.Reviewer, 0, 100, Cancel)).Where(queued => queued.Summary.AuthorId == site.Editor.Id));
    }

    [Fact]
    public async Task ManyChangesOfOneAuthor_EndAtALimit_AndTheRestIsKept()
    {
        await using (var db = site.Open())
        {
            var like = await site.RevisionAsync((await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("One bed."))).Id);
            db.AddRange(Enumerable.Range(0, DraftDesk.MaxWaiting - 2).Select(_ => Like(like, RevisionOrigin.Edit)));
            // What came by a file is counted by files.
            db.AddRange(Enumerable.Range(0, 10).Select(_ => Like(like, RevisionOrigin.Import)));
            await db.SaveChangesAsync(Cancel);
        }

        await site.SubmitAsync(site.Reviewer, EditingSite.StepInEnglish, (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft with { Summary = "Another." });
        var last = await site.SaveAsync(site.Reviewer, EditingSite.StepInRussian, (StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft with { Summary = "Другое." });

        Assert.Equal(DraftDesk.MaxWaiting, Assert.IsType<EditResult.TooManyWaiting>(await site.Drafts.SubmitAsync(site.Reviewer, last.Id, last.Version, Cancel)).Limit);
        Assert.Equal(RevisionState.Draft, (await site.RevisionAsync(last.Id)).State);
    }

    [Fact]
    public async Task ManyDraftsOfOneAuthor_EndAtALimit_UntilOneIsSentOrGivenUp()
    {
        var (sent, given) = (await SaveAsync("Sent."), await SaveAsync("Given up."));
        await AddDraftsAsync(await site.RevisionAsync(sent.Id), DraftDesk.MaxDrafts - 2);

        Assert.Equal(DraftDesk.MaxDrafts, Assert.IsType<EditResult.TooManyDrafts>(await TrySaveAsync("One more.")).Limit);
        // Those that are there can be written on; and nobody else is kept from anything.
        sent = EditingSite.Done(await site.Drafts.SaveAsync(site.Editor, new DraftInput { Draft = (await site.HelpersAsync()).WithDescription("Written on."), RevisionId = sent.Id, RevisionVersion = sent.Version }, Cancel));
        await site.SaveAsync(site.OtherEditorOfIt, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Another's."));

        await site.SubmitAsync(site.Editor, sent);
        await SaveAsync("Instead of what was sent.");
        Assert.IsType<EditResult.TooManyDrafts>(await TrySaveAsync("One more."));
        EditingSite.Done(await site.WithdrawAsync(site.Editor, given));
        await SaveAsync("Instead of what was given up.");
        Assert.IsType<EditResult.TooManyDrafts>(await TrySaveAsync("One more."));
    }

    [Fact]
    public async Task AtTheLimitOfDrafts_NoRouteMakesAnother_AndNothingIsLost()
    {
        var waits = await site.SubmitAsync(site.Editor, await SaveAsync("Waits."));
        var overtaken = await SaveAsync("Overtaken.");
        await AddDraftsAsync(await site.RevisionAsync(overtaken.Id), DraftDesk.MaxDrafts - 1);

        Assert.IsType<EditResult.TooManyDrafts>(await site.Restores.RestoreAsync(site.Editor, waits.Id, Cancel));
        Assert.IsType<EditResult.TooManyDrafts>(await site.Restores.TakeBackAsync(site.Editor, waits.Id, waits.Version, Cancel));
        Assert.Equal(RevisionState.Submitted, (await site.RevisionAsync(waits.Id)).State);
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "Raided.", Cancel));
        Assert.IsType<EditResult.TooManyDrafts>(await site.Restores.BringBackAsync(site.Editor, EditingSite.HelpersId, "", Cancel));

        // One that takes the place of another is not one more.
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, (await site.HelpersAsync()) with { LanguagesSpoken = ["en"] })));
        Assert.IsType<EditResult.TooManyDrafts>(await site.Restores.RebaseAsync(site.Editor, waits.Id, waits.Version, new Dictionary<string, MergeChoice>(), Guid.Empty, Cancel));
        EditingSite.Done(await site.Restores.RebaseAsync(site.Editor, overtaken.Id, overtaken.Version, new Dictionary<string, MergeChoice>(), Guid.Empty, Cancel));
        Assert.Equal(RevisionState.Withdrawn, (await site.RevisionAsync(overtaken.Id)).State);
    }

    [Fact]
    public async Task WhatWaits_IsTakenBack_AndBecomesADraft()
    {
        var waits = await site.SubmitAsync(site.Editor, await SaveAsync("Waits."));

        var draft = EditingSite.Done(await site.Restores.TakeBackAsync(site.Editor, waits.Id, waits.Version, Cancel));

        Assert.Equal((RevisionState.Withdrawn, RevisionState.Draft), ((await site.RevisionAsync(waits.Id)).State, draft.State));
        Assert.Equal((await site.RevisionAsync(waits.Id)).Snapshot, (await site.RevisionAsync(draft.Id)).Snapshot);
        Assert.True((await site.Audit.VerifyAsync(null, Cancel)).IsWhole);
        Assert.IsType<EditResult.WrongState>(await site.Restores.TakeBackAsync(site.Editor, draft.Id, draft.Version, Cancel));
    }

    [Fact]
    public async Task WhatWouldBringAnEntryBack_IsTakenBack_WithItsReason_AndStillWould()
    {
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "Raided.", Cancel));
        var waits = await site.SubmitAsync(site.Editor, EditingSite.Done(await site.Restores.BringBackAsync(site.Editor, EditingSite.HelpersId, "It is safe again.", Cancel)));

        var draft = await site.RevisionAsync(EditingSite.Done(await site.Restores.TakeBackAsync(site.Editor, waits.Id, waits.Version, Cancel)).Id);

        Assert.Equal((true, "It is safe again."), (draft.BringsBack, draft.Note));
    }

    public void Dispose() => site.Dispose();

    private async Task<RevisionSummary> SaveAsync(string description) => EditingSite.Done(await TrySaveAsync(description));

    private async Task<EditResult> TrySaveAsync(string description) => await site.TrySaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription(description));

    private async Task AddDraftsAsync(Revision like, int count)
    {
        await using var db = site.Open();
        db.AddRange(Enumerable.Range(0, count).Select(_ => Like(like, RevisionOrigin.Edit, RevisionState.Draft)));
        await db.SaveChangesAsync(Cancel);
    }

    private static Revision Like(Revision one, RevisionOrigin origin, RevisionState state = RevisionState.Submitted) => new()
    {
        Id = Guid.NewGuid(),
        SubjectKind = one.SubjectKind,
        SubjectId = Guid.NewGuid(),
        CountryId = one.CountryId,
        Number = 1,
        State = state,
        AuthorId = one.AuthorId,
        Contributors = one.Contributors,
        Origin = origin,
        Note = "",
        CreatedAt = one.CreatedAt,
        SubmittedAt = one.SubmittedAt,
        BaseVersion = null,
        BaseRevisionId = null,
        BringsBack = false,
        Snapshot = one.Snapshot,
        Version = Guid.NewGuid(),
    };
}
