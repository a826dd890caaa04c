using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Exchange;
using ReferralDirectory.Core.Tests.Data;
using ReferralDirectory.Core.Tests.Editing;

namespace ReferralDirectory.Core.Tests.Exchange;

/// <summary>What holds for a form holds for a file: two persons, names, and what may wait.</summary>
public sealed class ImportRulesTests : IDisposable
{
    private readonly ImportSite site = new();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    [Theory]
    [InlineData("A bed.", "A bed. Call 4455.")]
    [InlineData("A bed.", "A bed at 3 Oak Street.")]
    [InlineData("Ночлег.", "Ночлег. Звоните *100#.")]
    [InlineData("Helpers", "Rescuers")]
    public async Task WhatNeedsTwo_NeedsTwo_AlsoByAFile(string old, string now)
    {
        await site.ProposeAsync(await site.ReadAsync((await site.TableAsync()).Replace(old, now, StringComparison.Ordinal)));

        var revision = await WaitingAsync();
        Assert.IsType<EditResult.NeedsSecondPerson>(await site.Editing.Reviews.PublishAsync(site.Reviewer, revision.Id, revision.Version, Cancel));
        EditingSite.Done(await site.Editing.Reviews.PublishAsync(site.SecondReviewer, revision.Id, revision.Version, Cancel));
    }

    [Fact]
    public async Task AnothersName_IsTold_WithItsRowAndColumn()
    {
        var table = await site.TableAsync();
        var row = table.Split("\r\n").ToList().FindIndex(line => line.Contains("Helpers", StringComparison.Ordinal)) + 1;

        var fault = await site.FaultAsync(table.Replace("Helpers", "NEIGHBOURS", StringComparison.Ordinal));

        Assert.Equal((row, ImportFaultReason.OfDraft, DraftFaultReason.NameTaken), (fault.Row, fault.Reason, fault.OfDraft));
        Assert.StartsWith("Name", fault.Column, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoNewOnesOfOneName_AreTold()
    {
        var table = Regex.Replace(await site.TableAsync(), "\"[0-9a-f]{8}-[0-9a-f-]{27}\"", "")
            .Replace("helpers", "newcomers", StringComparison.Ordinal).Replace("neighbours", "others", StringComparison.Ordinal)
            .Replace("Helpers", "Newcomers", StringComparison.Ordinal).Replace("Neighbours", "Newcomers", StringComparison.Ordinal)
            .Replace("Помощники", "Новые", StringComparison.Ordinal).Replace("Соседи", "Другие", StringComparison.Ordinal);

        Assert.Equal(DraftFaultReason.NameTaken, (await site.FaultAsync(table)).OfDraft);
    }

    [Fact]
    public async Task ALaterFile_StandsForTheEarlierOne_WhichStaysInTheHistory()
    {
        await site.ProposeAsync(await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "Two beds.", StringComparison.Ordinal)));
        var first = await WaitingAsync();
        await site.ProposeAsync(await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "Some beds.", StringComparison.Ordinal)));

        Assert.Contains("Some beds.", (await WaitingAsync()).Snapshot, StringComparison.Ordinal);
        Assert.Equal((RevisionState.Withdrawn, site.Reviewer.Id), (await site.Editing.RevisionAsync(first.Id)) is var earlier ? (earlier.State, earlier.DecidedById) : default);
        Assert.Null((await site.Editing.Audit.VerifyAsync(null, Cancel)).Broken);
        // What another's file proposes is another's.
        await site.ProposeAsync(await site.ReadAsync((await site.TableAsync(site.SecondReviewer)).Replace("A bed.", "No bed.", StringComparison.Ordinal), site.SecondReviewer), site.SecondReviewer);
        Assert.Equal(2, await site.AskAsync(db => db.Revisions.CountAsync(revision => revision.State == RevisionState.Submitted, Cancel)));
    }

    [Fact]
    public async Task AChangeByHandThatWaits_IsNotLostToAFile()
    {
        var byHand = await site.Editing.SubmitAsync(site.Reviewer, EditingSite.Helpers, (await site.Editing.HelpersAsync()).WithDescription("Two beds."));

        var import = await site.ProposeAsync(await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "Some beds.", StringComparison.Ordinal)));

        Assert.Equal([KeyValuePair.Create(ImportOutcome.OwnWaits, 1)], import.Outcomes);
        Assert.Equal(byHand.Id, (await WaitingAsync()).Id);
    }

    [Fact]
    public async Task AChangeByHand_OfWhatAFileProposed_IsNotLostToALaterFile()
    {
        var editing = site.Editing;
        await site.ProposeAsync(await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "Two beds.", StringComparison.Ordinal)));
        var proposed = await WaitingAsync();
        await editing.EditAsync(EditingSite.Helpers, (await editing.HelpersAsync()) with { LanguagesSpoken = ["tg"] });
        var rebased = EditingSite.Done(await editing.Restores.RebaseAsync(site.Reviewer, proposed.Id, proposed.Version, new Dictionary<string, MergeChoice>(), Guid.Empty, Cancel));
        var draft = ((OrganisationDraft)DraftJson.Read((await editing.RevisionAsync(rebased.Id)).Snapshot)).WithDescription("By hand.");
        var byHand = await editing.SubmitAsync(site.Reviewer, EditingSite.Done(await editing.Drafts.SaveAsync(site.Reviewer, new DraftInput { Draft = draft, RevisionId = rebased.Id, RevisionVersion = rebased.Version }, Cancel)));

        var import = await site.ProposeAsync(await site.ReadAsync((await site.TableAsync()).Replace("A bed.", "Some beds.", StringComparison.Ordinal)));

        Assert.Equal([KeyValuePair.Create(ImportOutcome.OwnWaits, 1)], import.Outcomes);
        Assert.Equal(byHand.Id, (await WaitingAsync()).Id);
    }

    public void Dispose() => site.Dispose();

    private Task<Revision> WaitingAsync() => site.AskAsync(db => db.Revisions.AsNoTracking().SingleAsync(revision => revision.State == RevisionState.Submitted, Cancel));
}
