using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ReferralDirectory.Core.Data;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Exchange.Imports;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Core.Tests.Editing;
using ReferralDirectory.Testing;

namespace ReferralDirectory.Core.Tests.Exchange;

/// <summary>The program ends, or somebody cancels, while an import is read or handed in.</summary>
public sealed class InterruptedImportTests : IDisposable
{
    private readonly ImportSite site = new();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    [Theory]
    [InlineData(ImportState.Reading)]
    [InlineData(ImportState.Proposing)]
    public async Task AnImportThatTheEndOfTheProgramInterrupted_GoesOn_WhenItsOwnerLooks(ImportState state)
    {
        var import = await ChangedAsync();
        if (state == ImportState.Reading)
        {
            // As the end of the program leaves it: some of it is staged.
            var again = await site.Desk.StartAsync(site.Reviewer.Id, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(await site.TableAsync())), Cancel);
            await site.Worker.SettleAsync();
            await site.AskAsync(async db =>
            {
                db.Add(new ImportPart { ImportId = again!.Value, Number = 0, Content = System.Text.Encoding.UTF8.GetBytes(await site.TableAsync()) });
                return await db.SaveChangesAsync(Cancel);
            });
            import = import with { Id = again!.Value };
        }

        await SetAsync(import.Id, state);

        Assert.Equal(state, (await site.FindAsync(import.Id)).State);
        await site.Worker.SettleAsync();

        var now = await site.FindAsync(import.Id);
        Assert.Equal(state == ImportState.Reading ? ImportState.Ready : ImportState.Proposed, now.State);
        Assert.Equal(2, now.Kinds.Values.Sum());
    }

    [Fact, Trait("Database", "PostgreSQL")]
    public async Task WhatAnotherInstanceWorksOn_IsLeftToIt_UntilItEnds()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "Several instances need PostgreSQL; ./tests/run passes this test.");
        var import = await ChangedAsync();
        var other = site.Editing.Connect();
        await using (var command = other.CreateCommand())
        {
#pragma warning disable CA2100 // A number.
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"BEGIN; SELECT pg_advisory_xact_lock(5641303, {import.Id.GetHashCode()})");
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(Cancel);
        }

        Assert.True(await site.Desk.ProposeAsync(site.Reviewer.Id, import.Id, Cancel));
        await site.Worker.SettleAsync();
        Assert.Equal(0, await site.RevisionsAsync());

        await other.DisposeAsync();
        await site.FindAsync(import.Id);
        await site.Worker.SettleAsync();
        Assert.Equal(ImportState.Proposed, (await site.FindAsync(import.Id)).State);
    }

    [Fact]
    public async Task AProgramThatEnds_LeavesWhatItDid_ToTheNext()
    {
        var import = await ChangedAsync();
        await SetAsync(import.Id, ImportState.Proposing);
        var ending = new ImportWorker(site.Editing.Directory.Get<IDbContextFactory<DirectoryDb>>(), site.Editing.Directory.Get<DatabasePlace>(), TimeProvider.System, NullLogger<ImportWorker>.Instance);
        await ending.DisposeAsync();

        ending.Wake(site.Reviewer.Id);
        await ending.SettleAsync();

        Assert.Equal(ImportState.Proposing, await site.AskAsync(db => db.Imports.Where(found => found.Id == import.Id).Select(found => found.State).SingleAsync(Cancel)));
        Assert.Equal(0, await site.RevisionsAsync());
    }

    [Fact]
    public async Task WhileItIsHandedIn_ItCanBeTakenBack_AndIsAsBefore()
    {
        var import = await ChangedAsync();
        await SetAsync(import.Id, ImportState.Proposing);

        Assert.True(await site.Desk.CancelAsync(site.Reviewer.Id, import.Id, Cancel));
        await site.Worker.SettleAsync();

        Assert.Equal((ImportState.Ready, 1), await site.FindAsync(import.Id) is var now ? (now.State, now.Proposals) : default);
        Assert.Equal(0, await site.RevisionsAsync());
    }

    [Fact]
    public async Task WhatWasHandedInWhenItIsTakenBack_IsWithdrawn_WhatItReplacedWaitsAgain_AndItCanBeHandedInOnceMore()
    {
        await site.ProposeAsync(await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "Two beds.", StringComparison.Ordinal)));
        var before = await WaitingAsync();
        var import = await site.ProposeAsync(await ChangedAsync());
        Assert.NotEqual(before, await WaitingAsync());
        // As the end of the program leaves it between the last of its changes and its own state.
        await SetAsync(import.Id, ImportState.Proposing);

        Assert.True(await site.Desk.CancelAsync(site.Reviewer.Id, import.Id, Cancel));
        await site.Worker.SettleAsync();

        Assert.Equal((ImportState.Ready, 1), await site.FindAsync(import.Id) is var now ? (now.State, now.Proposals) : default);
        Assert.Equal(before, await WaitingAsync());
        Assert.Null((await site.Editing.Audit.VerifyAsync(null, Cancel)).Broken);
        import = await site.ProposeAsync(await site.FindAsync(import.Id));
        Assert.Equal(1, import.Outcomes[ImportOutcome.Proposed]);
        Assert.Contains("A bed and a meal.", await WaitingAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ImportState.Proposing, ImportState.Proposed)]
    [InlineData(ImportState.TakingBack, ImportState.Ready)]
    public async Task WhatIsHalfWay_GoesOnWhenAnybodyComesBy_HoweverOldItIs(ImportState state, ImportState end)
    {
        var import = await ChangedAsync();
        await SetAsync(import.Id, state);
        await site.AskAsync(db => db.Imports.ExecuteUpdateAsync(set => set.SetProperty(found => found.StartedAt, DateTime.UnixEpoch), Cancel));
        await site.ReadAsync(await site.TableAsync(site.SecondReviewer), site.SecondReviewer);

        await site.Archive.ResumeAsync(Cancel);
        await site.Worker.SettleAsync();

        Assert.Equal(end, await site.AskAsync(db => db.Imports.Where(found => found.Id == import.Id).Select(found => found.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task WhatSomebodyDecidedMeanwhile_StaysDecided()
    {
        var import = await site.ProposeAsync(await ChangedAsync());
        var revision = await site.AskAsync(db => db.Revisions.AsNoTracking().SingleAsync(revision => revision.State == RevisionState.Submitted, Cancel));
        EditingSite.Done(await site.Editing.Reviews.PublishAsync(site.SecondReviewer, revision.Id, revision.Version, Cancel));
        await SetAsync(import.Id, ImportState.Proposing);

        Assert.True(await site.Desk.CancelAsync(site.Reviewer.Id, import.Id, Cancel));
        await site.Worker.SettleAsync();

        var now = await site.FindAsync(import.Id);
        Assert.Equal((ImportState.Ready, 1), (now.State, now.Outcomes[ImportOutcome.Proposed]));
        Assert.Equal(RevisionState.Published, (await site.Editing.RevisionAsync(revision.Id)).State);
    }

    [Fact]
    public async Task WhatWasHandedInBeforeTheEndOfTheProgram_IsNotHandedInTwice()
    {
        var import = await site.ProposeAsync(await ChangedAsync());
        var revisions = await site.RevisionsAsync();
        await SetAsync(import.Id, ImportState.Proposing);

        await site.FindAsync(import.Id);
        await site.Worker.SettleAsync();

        Assert.Equal((ImportState.Proposed, 1), await site.FindAsync(import.Id) is var now ? (now.State, now.Outcomes[ImportOutcome.Proposed]) : default);
        Assert.Equal(revisions, await site.RevisionsAsync());
    }

    [Fact]
    public async Task WhatWasHandedIn_CannotBeCancelled_NorHandedInAgain()
    {
        var import = await site.ProposeAsync(await ChangedAsync());

        Assert.False(await site.Desk.CancelAsync(site.Reviewer.Id, import.Id, Cancel));
        Assert.False(await site.Desk.ProposeAsync(site.Reviewer.Id, import.Id, Cancel));
        Assert.Equal(ImportState.Proposed, (await site.FindAsync(import.Id)).State);
    }

    [Fact]
    public async Task OnlyTheLatestImportsOfAMember_AreKept()
    {
        var table = await site.TableAsync();
        for (var i = 0; i <= Import.MaxPerMember; i++)
        {
            await site.ReadAsync(table);
        }

        Assert.Equal(Import.MaxPerMember, (await site.Archive.ListAsync(site.Reviewer.Id, Cancel)).Length);
        Assert.Equal(Import.MaxPerMember * 2, await site.AskAsync(db => db.ImportItems.CountAsync(Cancel)));
    }

    public void Dispose() => site.Dispose();

    private async Task<ImportSummary> ChangedAsync() => await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "A bed and a meal.", StringComparison.Ordinal));

    private Task<string> WaitingAsync() => site.AskAsync(db => db.Revisions.Where(revision => revision.State == RevisionState.Submitted).Select(revision => revision.Snapshot).SingleAsync(Cancel));

    private Task<int> SetAsync(Guid import, ImportState state) => site.AskAsync(db => db.Imports.Where(found => found.Id == import).ExecuteUpdateAsync(set => set.SetProperty(found => found.State, state), Cancel));
}
