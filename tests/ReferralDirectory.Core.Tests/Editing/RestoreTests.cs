using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

public sealed class RestoreTests : IDisposable
{
    private readonly EditingSite site = new();

    [Fact]
    public async Task Restore_OfTheFirstRevision_BringsBackWhatWasLoaded()
    {
        var loaded = DraftJson.Write(await site.HelpersAsync());
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("New.") with { Places = [] });
        var first = (await site.Archive.HistoryAsync(site.Reviewer, EditingSite.Helpers, null, 200, TestDirectory.Cancellation))!.Value.Single(revision => revision.Number == 1);

        var restored = await site.SubmitAsync(site.Editor, await site.RestoreAsync(site.Editor, first.Id));
        EditingSite.Done(await site.PublishAsync(site.Reviewer, restored));

        Assert.Equal((RevisionOrigin.Loaded, null), (first.Origin, first.AuthorId));
        Assert.Equal(RevisionOrigin.Restore, restored.Origin);
        Assert.Equal(loaded, DraftJson.Write(await site.HelpersAsync()));
    }

    [Fact]
    public async Task History_IsEmptyUntilTheFirstEdit_AndThenSaysEverything()
    {
        Assert.Empty((await site.Archive.HistoryAsync(site.Reviewer, EditingSite.Helpers, null, 200, TestDirectory.Cancellation))!.Value);

        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("New."));
        var rejected = await site.SubmitAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Newer."));
        EditingSite.Done(await site.RejectAsync(site.Reviewer, rejected, "Not so."));

        var history = (await site.Archive.HistoryAsync(site.Editor, EditingSite.Helpers, null, 200, TestDirectory.Cancellation))!.Value;
        Assert.Equal([(3, RevisionState.Rejected), (2, RevisionState.Published), (1, RevisionState.Published)], history.Select(revision => (revision.Number, revision.State)));
        Assert.Equal(("Not so.", site.Reviewer.Id, "Helpers", "Why"), (history[0].Reason, history[0].DecidedById, history[0].Name?.In(LanguageTag.Parse("en")).Text, history[0].Note));
    }

    [Fact]
    public async Task History_HoweverLong_IsReadToItsEnd_AndKnowsWhatWasPublishedBefore()
    {
        var published = await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("New."));
        var (draft, version) = ((await site.HelpersAsync()).WithDescription("Given up."), (await site.StartAsync(EditingSite.Helpers)).BaseVersion);
        for (var i = 0; i < 250; i++)
        {
            EditingSite.Done(await site.WithdrawAsync(site.Editor, EditingSite.Done(await site.TrySaveAsync(site.Editor, EditingSite.Helpers, draft, version))));
        }

        List<RevisionSummary> read = [];
        for (int? from = null; from is null or > 0; from = read[^1].Number - 1)
        {
            read.AddRange((await site.Archive.HistoryAsync(site.Reviewer, EditingSite.Helpers, from, 50, TestDirectory.Cancellation))!.Value);
        }

        Assert.Equal(Enumerable.Range(1, 252).Reverse(), read.Select(revision => revision.Number));
        var before = await site.Archive.PublishedBeforeAsync(site.Reviewer, read[0].Id, TestDirectory.Cancellation);
        Assert.Equal((published.Number, DraftJson.Write(await site.HelpersAsync())), (before!.Value.Number, DraftJson.Write(before.Value.Draft)));
        Assert.Equal(1, (await site.Archive.PublishedBeforeAsync(site.Reviewer, published.Id, TestDirectory.Cancellation))?.Number);
        Assert.Null(await site.Archive.PublishedBeforeAsync(site.Reviewer, read[^1].Id, TestDirectory.Cancellation));
        Assert.Null(await site.Archive.PublishedBeforeAsync(site.Stranger, read[0].Id, TestDirectory.Cancellation));
    }

    [Fact]
    public async Task Restore_OfARejectedNewEntry_IsStillANewEntry()
    {
        var draft = (await site.HelpersAsync()).WithName("Newcomers").WithName("Новые", "ru") with { Slug = "newcomers" };
        var saved = EditingSite.Done(await site.Drafts.SaveAsync(site.Reviewer, new DraftInput { Draft = draft, CountryId = EditingSite.CountryId }, TestDirectory.Cancellation));
        var submitted = await site.SubmitAsync(site.Reviewer, saved);
        EditingSite.Done(await site.RejectAsync(site.SecondReviewer, submitted));

        var restored = await site.SubmitAsync(site.Reviewer, await site.RestoreAsync(site.Reviewer, submitted.Id));
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, restored));

        Assert.Equal("newcomers", (await site.OrganisationAsync(restored.Subject.Id)).Slug.Value);
    }

    [Fact]
    public async Task TakeDown_HidesTheEntryAndNothingElse()
    {
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "Raided.", TestDirectory.Cancellation));

        Assert.Equal(["neighbours"], await PublicSlugsAsync());
        Assert.Equal(DateTimeKind.Utc, (await site.OrganisationAsync()).TakenDown!.Value.Kind);
        Assert.IsType<EditResult.NothingChanged>(await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "Again.", TestDirectory.Cancellation));
    }

    [Fact]
    public async Task TakeDown_WithoutAReason_IsRefused()
    {
        Assert.IsType<EditResult.Faulty>(await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "", TestDirectory.Cancellation));

        Assert.Equal(["helpers", "neighbours"], await PublicSlugsAsync());
    }

    [Fact]
    public async Task Publish_OfATextWhileTakenDown_DoesNotBringItBack()
    {
        var before = await site.SubmitAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("Before."));
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "Why", TestDirectory.Cancellation));

        EditingSite.Done(await site.PublishAsync(site.Reviewer, before));
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("After."));

        Assert.Equal(["neighbours"], await PublicSlugsAsync());
    }

    [Fact]
    public async Task BringBack_ByTwo_ShowsTheEntryAgain()
    {
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "Why", TestDirectory.Cancellation));
        var revision = await site.SubmitAsync(site.Editor, EditingSite.Done(await site.Restores.BringBackAsync(site.Editor, EditingSite.HelpersId, "Back", TestDirectory.Cancellation)));

        EditingSite.Done(await site.PublishAsync(site.Reviewer, revision));

        Assert.Equal(["helpers", "neighbours"], await PublicSlugsAsync());
        Assert.IsType<EditResult.NothingChanged>(await site.Restores.BringBackAsync(site.Editor, EditingSite.HelpersId, "", TestDirectory.Cancellation));
    }

    [Fact]
    public async Task BringBack_ApprovedBeforeASecondTakeDown_DoesNotUndoThat()
    {
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "First", TestDirectory.Cancellation));
        var early = await site.SubmitAsync(site.Editor, EditingSite.Done(await site.Restores.BringBackAsync(site.Editor, EditingSite.HelpersId, "", TestDirectory.Cancellation)));
        var late = await site.SubmitAsync(site.OtherEditorOfIt, EditingSite.Done(await site.Restores.BringBackAsync(site.OtherEditorOfIt, EditingSite.HelpersId, "", TestDirectory.Cancellation)));
        EditingSite.Done(await site.PublishAsync(site.Reviewer, early));
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Editor, EditingSite.HelpersId, "Second", TestDirectory.Cancellation));

        Assert.IsType<EditResult.Conflict>(await site.PublishAsync(site.Reviewer, late));

        Assert.Equal(["neighbours"], await PublicSlugsAsync());
    }

    public void Dispose() => site.Dispose();

    private async Task<IEnumerable<string>> PublicSlugsAsync()
    {
        await site.Directory.Source.ReloadAsync(TestDirectory.Cancellation);
        return site.Testland.Providers.Select(provider => provider.Slug.Value);
    }
}
