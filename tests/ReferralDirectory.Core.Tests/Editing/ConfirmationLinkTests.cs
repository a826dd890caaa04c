using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>One-time links by which an organisation without an account answers.</summary>
public sealed class ConfirmationLinkTests : IDisposable
{
    private const string Hash = "HASH";

    private readonly EditingSite site = new();

    private static CancellationToken Cancel => TestDirectory.Cancellation;

    private ConfirmationLinkDesk Desk => site.Directory.Get<ConfirmationLinkDesk>();

    [Fact]
    public async Task AnAnswer_IsAProposalAndNothingElse_UntilAReviewerAcceptsIt()
    {
        var ids = await MakeAsync(site.Reviewer);

        Assert.Equal(LinkOutcome.Sent, await AnswerAsync(right: ids));

        Assert.All((await site.OrganisationAsync()).Contacts, contact => Assert.Empty(contact.Confirmations));
        var proposal = await ProposalAsync(site.SecondReviewer);
        Assert.Equal((RevisionOrigin.Suggestion, (Guid?)null, RevisionState.Submitted), (proposal.Origin, proposal.AuthorId, proposal.State));
        var told = site.Clock.GetUtcNow().UtcDateTime;
        site.Clock.Advance(TimeSpan.FromDays(5));

        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, proposal));

        Assert.All((await site.OrganisationAsync()).Contacts, contact =>
        {
            var confirmation = Assert.Single(contact.Confirmations);
            // When the organisation said it, not when somebody read it.
            Assert.Equal((ConfirmationMethod.Told, told.Date), (confirmation.How, confirmation.At.Date));
        });
        Assert.True((await site.Audit.VerifyAsync(null, Cancel)).IsWhole);
    }

    [Fact]
    public async Task ARejectedAnswer_ConfirmsNothing()
    {
        var ids = await MakeAsync(site.Reviewer);
        await AnswerAsync(right: ids);

        Assert.IsType<EditResult.Done>(await site.RejectAsync(site.Reviewer, await ProposalAsync(site.Reviewer)));

        Assert.All((await site.OrganisationAsync()).Contacts, contact => Assert.Empty(contact.Confirmations));
    }

    [Fact]
    public async Task WhoMadeTheLink_DoesNotApproveANumberThatCameByIt_InNoWay()
    {
        var ids = await MakeAsync(site.Reviewer);
        // The reviewer opens their own link.
        Assert.Equal(LinkOutcome.Sent, await AnswerAsync(corrections: (ids[0], "+1 212 555 01 23")));
        var proposal = await ProposalAsync(site.Reviewer);
        Assert.Contains(site.Reviewer.Id, proposal.Contributors);
        Assert.False((await site.Archive.FindAsync(site.Reviewer, proposal.Id, Cancel))!.MayPublish);

        Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(site.Reviewer, proposal));
        // Nor a copy of it, nor after putting it on top of another change.
        var copy = await site.RestoreAsync(site.Reviewer, proposal.Id);
        var sent = await site.SubmitAsync(site.Reviewer, copy);
        Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(site.Reviewer, sent));
        EditingSite.Done(await site.WithdrawAsync(site.Reviewer, sent));
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()) with { AlsoKnownAs = ["Another"] });
        var rebased = EditingSite.Done(await site.Restores.RebaseAsync(site.Editor, proposal.Id, proposal.Version, new Dictionary<string, Core.Editing.Differences.MergeChoice>(), Guid.Empty, Cancel));
        Assert.Equal(site.Editor.Id, rebased.AuthorId);
        Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(site.Reviewer, await site.SubmitAsync(site.Editor, rebased)));

        Assert.DoesNotContain((await site.OrganisationAsync()).Contacts, contact => contact.Value == "+12125550123");
    }

    [Fact]
    public async Task AnotherReviewer_ApprovesTheNumber_AndOnlyWhatWasMarkedRight_IsConfirmed()
    {
        var ids = await MakeAsync(site.Reviewer);
        await AnswerAsync(right: [ids[1]], wrong: [ids[2]], corrections: (ids[0], "+1 212 555 01 23"), note: "We moved");
        var proposal = await ProposalAsync(site.SecondReviewer);
        Assert.Equal("We moved", proposal.Note);
        var marked = (await site.Archive.FindAsync(site.SecondReviewer, proposal.Id, Cancel))!.Marked!.Value;
        Assert.Equal([ids[1]], marked.Right);
        Assert.Equal(new[] { ids[0], ids[2] }.Order(), marked.Wrong.Order());

        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, proposal));

        var contacts = (await site.OrganisationAsync()).Contacts;
        Assert.Equal([ids[1]], contacts.Where(contact => contact.Confirmations.Count > 0).Select(contact => contact.Id));
        Assert.Contains(contacts, contact => contact.Value == "+12125550123");
    }

    [Fact]
    public async Task AnAnswer_OnTopOfAnotherPublication_KeepsWhatTheOrganisationMarked()
    {
        var ids = await MakeAsync(site.Reviewer);
        await AnswerAsync(right: ids, note: "We moved");
        var proposal = await ProposalAsync(site.SecondReviewer);
        var told = site.Clock.GetUtcNow().UtcDateTime;
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()) with { AlsoKnownAs = ["Another"] });
        site.Clock.Advance(TimeSpan.FromDays(2));

        var rebased = EditingSite.Done(await site.Restores.RebaseAsync(site.Editor, proposal.Id, proposal.Version, new Dictionary<string, Core.Editing.Differences.MergeChoice>(), Guid.Empty, Cancel));
        var saved = EditingSite.Done(await site.Drafts.SaveAsync(site.Editor, new DraftInput { Draft = (await site.HelpersAsync()).WithDescription("They moved."), RevisionId = rebased.Id, RevisionVersion = rebased.Version }, Cancel));
        var sent = await site.SubmitAsync(site.Editor, saved);
        Assert.Equal(ids, (await site.Archive.FindAsync(site.SecondReviewer, sent.Id, Cancel))!.Marked!.Value.Right);
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, sent));
        Assert.All((await site.OrganisationAsync()).Contacts, contact => Assert.Equal(told.Date, Assert.Single(contact.Confirmations).At.Date));

        // The answer as it was sent still waits. Accepted once more, it confirms nothing twice.
        var again = EditingSite.Done(await site.Restores.RebaseAsync(site.OtherEditorOfIt, proposal.Id, proposal.Version, new Dictionary<string, Core.Editing.Differences.MergeChoice>(), Guid.Empty, Cancel));
        saved = EditingSite.Done(await site.Drafts.SaveAsync(site.OtherEditorOfIt, new DraftInput { Draft = (await site.HelpersAsync()).WithDescription("They moved far."), RevisionId = again.Id, RevisionVersion = again.Version }, Cancel));
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, await site.SubmitAsync(site.OtherEditorOfIt, saved)));
        Assert.All((await site.OrganisationAsync()).Contacts, contact => Assert.Single(contact.Confirmations));
    }

    [Fact]
    public async Task ACopyOfARejectedAnswer_ConfirmsNothing()
    {
        var ids = await MakeAsync(site.Reviewer);
        await AnswerAsync(right: ids, corrections: (ids[0], "+1 212 555 01 23"));
        var proposal = await ProposalAsync(site.Reviewer);
        EditingSite.Done(await site.RejectAsync(site.Reviewer, proposal));

        var copy = await site.SubmitAsync(site.Editor, await site.RestoreAsync(site.Editor, proposal.Id));

        Assert.Null((await site.Archive.FindAsync(site.SecondReviewer, copy.Id, Cancel))!.Marked);
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, copy));
        Assert.All((await site.OrganisationAsync()).Contacts, contact => Assert.Empty(contact.Confirmations));
    }

    [Theory]
    [InlineData("shut out")]
    [InlineData("without the role")]
    public async Task ALink_CannotBeAnswered_OnceItsMakerReviewsNoMore(string how)
    {
        var ids = await MakeAsync(site.Reviewer);
        await using (var db = site.Open())
        {
            await (how == "shut out"
                ? db.StaffMembers.Where(member => member.Id == site.Reviewer.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.RevokedAt, site.Clock.GetUtcNow().UtcDateTime), Cancel)
                : db.StaffGrants.Where(grant => grant.StaffMemberId == site.Reviewer.Id).ExecuteDeleteAsync(Cancel));
        }

        await AssertUnusableAsync(ids);
        await MakeAsync(site.SecondReviewer, "SECOND");
    }

    [Fact]
    public async Task ALink_WorksOnce_UntilItIsEnded_AndForThirtyDays()
    {
        var ids = await MakeAsync(site.Reviewer);
        // Opening it, as a program that looks through mails does, changes nothing.
        Assert.NotNull(await Desk.OpenAsync(Hash, Cancel));
        Assert.NotNull(await Desk.OpenAsync(Hash, Cancel));
        Assert.Equal(LinkOutcome.Sent, await AnswerAsync(right: ids));
        await AssertUnusableAsync(ids);
        EditingSite.Done(await site.RejectAsync(site.SecondReviewer, await ProposalAsync(site.SecondReviewer)));

        await MakeAsync(site.Reviewer, "SECOND");
        EditingSite.DoneWithout(await Desk.RevokeAsync(site.SecondReviewer, EditingSite.HelpersId, Cancel));
        await AssertUnusableAsync(ids, "SECOND");

        await MakeAsync(site.Reviewer, "THIRD");
        await MakeAsync(site.Reviewer, "FOURTH");
        await AssertUnusableAsync(ids, "THIRD");
        site.Clock.Advance(ConfirmationLink.Lifetime - TimeSpan.FromMinutes(1));
        Assert.NotNull(await Desk.OpenAsync("FOURTH", Cancel));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await AssertUnusableAsync(ids, "FOURTH");

        await MakeAsync(site.Reviewer, "FIFTH");
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Reviewer, EditingSite.HelpersId, "Danger", Cancel));
        await AssertUnusableAsync(ids, "FIFTH");
        Assert.IsType<EditResult.NotFound>(await Desk.MakeAsync(site.Reviewer, EditingSite.HelpersId, "SIXTH", Cancel));
    }

    [Fact]
    public async Task WhileAnAnswerWaits_NoOtherLinkIsMade()
    {
        var ids = await MakeAsync(site.Reviewer);
        Assert.Equal(LinkOutcome.Sent, await AnswerAsync(right: ids));
        var proposal = await ProposalAsync(site.SecondReviewer);

        Assert.Equal(proposal.Id, Assert.IsType<EditResult.AlreadyWaiting>(await Desk.MakeAsync(site.SecondReviewer, EditingSite.HelpersId, "SECOND", Cancel)).Earlier.Id);

        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, proposal));
        await MakeAsync(site.SecondReviewer, "SECOND");
    }

    [Fact]
    public async Task OnlyReviewersOfTheCountry_MakeEndAndSeeLinks()
    {
        await MakeAsync(site.Reviewer);

        Assert.IsType<EditResult.NotAllowed>(await Desk.MakeAsync(site.Editor, EditingSite.HelpersId, "X", Cancel));
        Assert.IsType<EditResult.NotAllowed>(await Desk.RevokeAsync(site.Administrator, EditingSite.HelpersId, Cancel));
        Assert.IsType<EditResult.NotFound>(await Desk.MakeAsync(site.Stranger, EditingSite.HelpersId, "X", Cancel));
        foreach (var actor in new[] { site.Editor, site.Administrator, site.Stranger })
        {
            Assert.Null(await Desk.ListAsync(actor, EditingSite.HelpersId, Cancel));
        }

        Assert.Single((await Desk.ListAsync(site.SecondReviewer, EditingSite.HelpersId, Cancel))!.Value);
        Assert.NotNull(await Desk.OpenAsync(Hash, Cancel));
    }

    [Fact]
    public async Task WhatCannotBeRead_OrHasChanged_StoresNothing_AndTheLinkGoesOn()
    {
        var ids = await MakeAsync(site.Reviewer);

        Assert.Equal(LinkOutcome.Faulty, await AnswerAsync(corrections: (ids[0], "call me")));
        Assert.Equal(LinkOutcome.Faulty, await AnswerAsync(right: ids, note: new string('x', Revision.NoteMaxLength + 1)));
        Assert.Equal(LinkOutcome.Changed, await AnswerAsync(right: [Guid.NewGuid()]));

        await using var db = site.Open();
        Assert.Equal(0, await db.Revisions.CountAsync(Cancel));
        Assert.Equal(LinkOutcome.Sent, await AnswerAsync(right: ids));
    }

    public void Dispose() => site.Dispose();

    private async Task<List<Guid>> MakeAsync(Actor maker, string hash = Hash)
    {
        EditingSite.DoneWithout(await Desk.MakeAsync(maker, EditingSite.HelpersId, hash, Cancel));
        return [.. (await Desk.OpenAsync(hash, Cancel))!.Contacts.Select(contact => contact.Id)];
    }

    private Task<LinkOutcome> AnswerAsync(IEnumerable<Guid>? right = null, IEnumerable<Guid>? wrong = null, (Guid Id, string Value)? corrections = null, string note = "", string hash = Hash) =>
        Desk.AnswerAsync(hash, new LinkAnswer([.. right ?? []], [.. wrong ?? []], corrections is var (id, value) ? ImmutableDictionary<Guid, string>.Empty.Add(id, value) : ImmutableDictionary<Guid, string>.Empty, note), Cancel);

    private async Task<RevisionSummary> ProposalAsync(Actor reviewer) => (await site.Reviews.QueueAsync(reviewer, 0, 10, Cancel)).Single(waiting => waiting.Summary.Origin == RevisionOrigin.Suggestion).Summary;

    private async Task AssertUnusableAsync(List<Guid> ids, string hash = Hash)
    {
        Assert.Null(await Desk.OpenAsync(hash, Cancel));
        Assert.Equal(LinkOutcome.Unusable, await AnswerAsync(right: ids, hash: hash));
    }
}
