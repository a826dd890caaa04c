using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Draft → submitted → published, rejected or withdrawn, and no other way.</summary>
public sealed class StateMachineTests : IDisposable
{
    private readonly EditingSite site = new();

    private static readonly Dictionary<string, RevisionState[]> AllowedFrom = new()
    {
        ["save"] = [RevisionState.Draft],
        ["submit"] = [RevisionState.Draft],
        ["withdraw"] = [RevisionState.Draft, RevisionState.Submitted],
        ["publish"] = [RevisionState.Submitted],
        ["reject"] = [RevisionState.Submitted],
        ["rebase"] = [RevisionState.Draft, RevisionState.Submitted],
    };

    public static TheoryData<string, RevisionState> EveryTransition
    {
        get
        {
            var all = new TheoryData<string, RevisionState>();
            foreach (var operation in AllowedFrom.Keys)
            {
                foreach (var state in Enum.GetValues<RevisionState>())
                {
                    all.Add(operation, state);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(EveryTransition))]
    public async Task Operation_InAState_IsDoneOnlyWhereThatIsAllowed(string operation, RevisionState state)
    {
        var revision = await InStateAsync(state);

        var result = await DoAsync(operation, revision);

        if (AllowedFrom[operation].Contains(state))
        {
            Assert.IsType<EditResult.Done>(result);
        }
        else
        {
            Assert.Equal(state, Assert.IsType<EditResult.WrongState>(result).State);
            Assert.Equal(state, (await site.RevisionAsync(revision.Id)).State);
            Assert.Equal(revision.Version, (await site.RevisionAsync(revision.Id)).Version);
        }
    }

    [Theory]
    [InlineData("save", RevisionState.Draft)]
    [InlineData("submit", RevisionState.Draft)]
    [InlineData("withdraw", RevisionState.Submitted)]
    [InlineData("publish", RevisionState.Submitted)]
    [InlineData("reject", RevisionState.Submitted)]
    [InlineData("rebase", RevisionState.Draft)]
    public async Task Operation_OnAnOldVersion_IsOvertaken(string operation, RevisionState state)
    {
        var revision = await InStateAsync(state);

        var result = await DoAsync(operation, revision with { Version = Guid.NewGuid() });

        Assert.Equal(revision.Version, Assert.IsType<EditResult.Overtaken>(result).Now.Version);
    }

    [Fact]
    public async Task Reject_WithoutAReason_IsRefused()
    {
        var result = await site.RejectAsync(site.SecondReviewer, await InStateAsync(RevisionState.Submitted), " ");

        Assert.Equal("Reason", Assert.Single(Assert.IsType<EditResult.Faulty>(result).Faults).Path);
    }

    [Fact]
    public async Task Submit_OfWhatIsPublishedAlready_ChangesNothing()
    {
        var saved = await site.SaveAsync(site.Reviewer, EditingSite.Helpers, await site.HelpersAsync());

        Assert.IsType<EditResult.NothingChanged>(await site.Drafts.SubmitAsync(site.Reviewer, saved.Id, saved.Version, TestDirectory.Cancellation));
    }

    public void Dispose() => site.Dispose();

    private async Task<RevisionSummary> InStateAsync(RevisionState state)
    {
        var draft = await site.SaveAsync(site.Reviewer, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("New."));
        if (state == RevisionState.Draft)
        {
            return draft;
        }

        var submitted = await site.SubmitAsync(site.Reviewer, draft);
        return state switch
        {
            RevisionState.Submitted => submitted,
            RevisionState.Published => EditingSite.Done(await site.PublishAsync(site.SecondReviewer, submitted)),
            RevisionState.Rejected => EditingSite.Done(await site.RejectAsync(site.SecondReviewer, submitted)),
            RevisionState.Withdrawn => EditingSite.Done(await site.WithdrawAsync(site.Reviewer, submitted)),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }

    private async Task<EditResult> DoAsync(string operation, RevisionSummary revision) => operation switch
    {
        "save" => await site.Drafts.SaveAsync(site.Reviewer, new DraftInput { Draft = await site.HelpersAsync(), RevisionId = revision.Id, RevisionVersion = revision.Version }, TestDirectory.Cancellation),
        "submit" => await site.Drafts.SubmitAsync(site.Reviewer, revision.Id, revision.Version, TestDirectory.Cancellation),
        "withdraw" => await site.WithdrawAsync(site.Reviewer, revision),
        "publish" => await site.PublishAsync(site.SecondReviewer, revision),
        "reject" => await site.RejectAsync(site.SecondReviewer, revision),
        "rebase" => await site.Restores.RebaseAsync(site.Reviewer, revision.Id, revision.Version, new Dictionary<string, MergeChoice>(), Guid.Empty, TestDirectory.Cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
