using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Each operation by each role, on an entry of theirs and on somebody else's.</summary>
public sealed class AuthorisationTests : IDisposable
{
    private readonly EditingSite site = new();

    /// <summary>Roles in the order of the letters: editor, reviewer, administrator, editor elsewhere, reviewer elsewhere, nobody.</summary>
    private static readonly string[] Roles = ["editor", "reviewer", "administrator", "editor elsewhere", "reviewer elsewhere", "nobody"];

    /// <summary>d: done; n: not allowed; 0: not found.</summary>
    private static readonly (string Operation, SubjectKind Kind, string Answers)[] Matrix =
    [
        ("open", SubjectKind.Organisation, "dd0000"),
        ("open", SubjectKind.StepText, "0d0000"),
        ("open", SubjectKind.AssistanceType, "00d000"),
        ("open", SubjectKind.Audience, "00d000"),
        ("save", SubjectKind.Organisation, "ddn000"),
        ("save", SubjectKind.StepText, "0dn000"),
        ("save", SubjectKind.AssistanceType, "00d000"),
        ("save", SubjectKind.Audience, "00d000"),
        ("create", SubjectKind.Organisation, "0dn000"),
        ("create", SubjectKind.Audience, "00d000"),
        ("save again", SubjectKind.Organisation, "nnn000"),
        ("submit", SubjectKind.Organisation, "nnn000"),
        ("withdraw", SubjectKind.Organisation, "nnn000"),
        ("publish", SubjectKind.Organisation, "ndn000"),
        ("publish", SubjectKind.StepText, "0dn000"),
        ("publish", SubjectKind.AssistanceType, "00d000"),
        ("reject", SubjectKind.Organisation, "ndn000"),
        ("reject", SubjectKind.Audience, "00d000"),
        ("restore", SubjectKind.Organisation, "ddn000"),
        ("restore", SubjectKind.StepText, "0dn000"),
        ("rebase", SubjectKind.Organisation, "ddn000"),
        ("take down", SubjectKind.Organisation, "ddd000"),
        ("bring back", SubjectKind.Organisation, "ddn000"),
        ("find", SubjectKind.Organisation, "ddd000"),
        ("find", SubjectKind.StepText, "0dd000"),
        ("history", SubjectKind.Organisation, "ddd000"),
        ("history", SubjectKind.Audience, "00d000"),
        ("compare", SubjectKind.Organisation, "ddd000"),
    ];

    public static TheoryData<string, SubjectKind, string, char> EveryCell
    {
        get
        {
            var cells = new TheoryData<string, SubjectKind, string, char>();
            foreach (var (operation, kind, answers) in Matrix)
            {
                for (var i = 0; i < Roles.Length; i++)
                {
                    cells.Add(operation, kind, Roles[i], answers[i]);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public async Task Operation_ByARole_IsAnsweredAsTheTableSays(string operation, SubjectKind kind, string role, char answer)
    {
        var subject = SubjectOf(kind);
        var revision = await SubmittedByAnotherAsync(operation, subject);

        var result = await DoAsync(operation, ActorOf(role), subject, revision);

        Assert.Equal(answer, result);
    }

    [Fact]
    public async Task Save_WithTheIdOfAnotherKind_FindsNothing()
    {
        var draft = (await site.StartAsync(EditingSite.Women)).Draft;

        // An administrator names an organisation, but sends the draft of a term, which they may edit.
        var result = await site.Drafts.SaveAsync(site.Administrator, new DraftInput { Draft = draft, SubjectId = EditingSite.HelpersId, BaseVersion = Guid.Empty }, TestDirectory.Cancellation);

        Assert.IsType<EditResult.NotFound>(result);
    }

    [Fact]
    public async Task Save_OfAnExistingEntryWithACountryOfOnesOwn_IsJudgedByTheEntrysCountry()
    {
        var input = new DraftInput { Draft = await site.HelpersAsync(), SubjectId = EditingSite.HelpersId, CountryId = EditingSite.ElsewhereId, BaseVersion = Guid.Empty };

        Assert.IsType<EditResult.NotFound>(await site.Drafts.SaveAsync(site.Stranger, input, TestDirectory.Cancellation));
    }

    [Fact]
    public async Task Submit_AfterTheRightWasTakenAway_IsRefused()
    {
        var revision = await site.SaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("New."));
        var dismissed = site.Editor with { EditsOrganisations = new HashSet<Guid>() };

        Assert.IsType<EditResult.NotFound>(await site.Drafts.SubmitAsync(dismissed, revision.Id, revision.Version, TestDirectory.Cancellation));
    }

    [Fact]
    public async Task Queue_ShowsEachReviewerTheirOwnAndNobodyElse()
    {
        var entry = await site.SubmitAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithDescription("New."));
        var term = await SubmittedByAnotherAsync("publish", EditingSite.Shelter);

        Assert.Equal([entry.Id], await QueueAsync(site.Reviewer));
        Assert.Equal([term.Id], await QueueAsync(site.Administrator));
        Assert.Empty(await QueueAsync(site.Editor));
        Assert.Empty(await QueueAsync(site.Stranger));
        Assert.Equal((1, 1), await site.Reviews.CountAsync(site.Reviewer, TestDirectory.Cancellation));
        Assert.Equal((0, 0), await site.Reviews.CountAsync(site.Stranger, TestDirectory.Cancellation));
    }

    public void Dispose() => site.Dispose();

    private async Task<IEnumerable<Guid>> QueueAsync(Actor actor) =>
        (await site.Reviews.QueueAsync(actor, 0, 10, TestDirectory.Cancellation)).Select(queued => queued.Summary.Id);

    private static Subject SubjectOf(SubjectKind kind) => kind switch
    {
        SubjectKind.Organisation => EditingSite.Helpers,
        SubjectKind.StepText => EditingSite.StepInEnglish,
        SubjectKind.AssistanceType => EditingSite.Shelter,
        SubjectKind.Audience => EditingSite.Women,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private Actor ActorOf(string role) => role switch
    {
        "editor" => site.Editor,
        "reviewer" => site.Reviewer,
        "administrator" => site.Administrator,
        "editor elsewhere" => site.Staff(organisations: [EditingSite.NeighboursId]),
        "reviewer elsewhere" => site.Staff(countries: [EditingSite.ElsewhereId]),
        "nobody" => site.Staff(),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    private async Task<RevisionSummary> SubmittedByAnotherAsync(string operation, Subject subject)
    {
        var author = subject.Kind is SubjectKind.Organisation or SubjectKind.StepText ? site.SecondReviewer : site.SecondAdministrator;
        var draft = (await site.StartAsync(subject)).Draft switch
        {
            Core.Editing.Drafts.OrganisationDraft organisation => organisation.WithDescription("New."),
            Core.Editing.Drafts.StepTextDraft text => text with { Summary = "New." },
            Core.Editing.Drafts.AssistanceTypeDraft type => type with { IsOnHome = false },
            Core.Editing.Drafts.AudienceDraft audience => audience with { Position = 7 },
            var other => other,
        };
        var saved = await site.SaveAsync(author, subject, draft);
        return operation is "save again" or "submit" ? saved : await site.SubmitAsync(author, saved);
    }

    private async Task<char> DoAsync(string operation, Actor actor, Subject subject, RevisionSummary revision)
    {
        var start = await site.StartAsync(subject);
        return operation switch
        {
            "open" => Letter(await site.Drafts.OpenAsync(actor, subject, TestDirectory.Cancellation)),
            "save" => Letter(await site.TrySaveAsync(actor, subject, start.Draft)),
            "create" => Letter(await site.Drafts.SaveAsync(actor, new DraftInput { Draft = start.Draft, CountryId = EditingSite.CountryId }, TestDirectory.Cancellation)),
            "save again" => Letter(await site.Drafts.SaveAsync(actor, new DraftInput { Draft = start.Draft, RevisionId = revision.Id, RevisionVersion = revision.Version }, TestDirectory.Cancellation)),
            "submit" => Letter(await site.Drafts.SubmitAsync(actor, revision.Id, revision.Version, TestDirectory.Cancellation)),
            "withdraw" => Letter(await site.WithdrawAsync(actor, revision)),
            "publish" => Letter(await site.PublishAsync(actor, revision)),
            "reject" => Letter(await site.RejectAsync(actor, revision)),
            "restore" => Letter(await site.Restores.RestoreAsync(actor, revision.Id, TestDirectory.Cancellation)),
            "rebase" => Letter(await site.Restores.RebaseAsync(actor, revision.Id, revision.Version, new Dictionary<string, MergeChoice>(), Guid.Empty, TestDirectory.Cancellation)),
            "take down" => Letter(await site.TakeDowns.TakeDownAsync(actor, subject.Id, "Why", TestDirectory.Cancellation)),
            "bring back" => Letter(await BringBackAsync(actor, subject)),
            "find" => Letter(await site.Archive.FindAsync(actor, revision.Id, TestDirectory.Cancellation)),
            "history" => Letter(await site.Archive.HistoryAsync(actor, subject, null, 200, TestDirectory.Cancellation)),
            "compare" => Letter(await site.Archive.CompareAsync(actor, revision.Id, revision.Id, TestDirectory.Cancellation)),
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
    }


    private async Task<EditResult> BringBackAsync(Actor actor, Subject subject)
    {
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.SecondReviewer, subject.Id, "Why", TestDirectory.Cancellation));
        return await site.Restores.BringBackAsync(actor, subject.Id, "", TestDirectory.Cancellation);
    }

    private static char Letter(object? result) => result switch
    {
        null or EditResult.NotFound => '0',
        EditResult.NotAllowed => 'n',
        EditResult and not EditResult.Done => '?',
        _ => 'd',
    };
}
