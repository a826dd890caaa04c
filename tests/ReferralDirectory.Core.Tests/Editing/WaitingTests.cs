using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
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

    public void Dispose() => site.Dispose();

    private static Revision Like(Revision one, RevisionOrigin origin) => new()
    {
        Id = Guid.NewGuid(),
        SubjectKind = one.SubjectKind,
        SubjectId = Guid.NewGuid(),
        CountryId = one.CountryId,
        Number = 1,
        State = RevisionState.Submitted,
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
