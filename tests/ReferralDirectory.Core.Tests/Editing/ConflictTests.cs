using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Two editors on one entry: neither loses what they typed.</summary>
public sealed class ConflictTests : IDisposable
{
    private static readonly Dictionary<string, MergeChoice> NoChoices = [];

    private readonly EditingSite site = new();

    [Fact]
    public async Task Publish_WhenAnotherFieldWasPublishedMeanwhile_SaysSoAndNamesNoFieldToChoose()
    {
        var (mine, _) = await OvertakenAsync(draft => draft.WithName("Mine"), draft => draft.WithDescription("Theirs."));

        var conflict = Assert.IsType<EditResult.Conflict>(await site.PublishAsync(site.Reviewer, mine)).Details;

        Assert.Empty(conflict.Fields);
        Assert.Equal(
            ("Helpers", "Helpers", "Mine"),
            (((OrganisationDraft)conflict.Base!).Name[0].Text, ((OrganisationDraft)conflict.Theirs).Name[0].Text, ((OrganisationDraft)conflict.Mine).Name[0].Text));
    }

    [Fact]
    public async Task Rebase_OfOtherFields_KeepsBothSides()
    {
        var (mine, start) = await OvertakenAsync(
            draft => draft.WithName("Mine") with { Places = [] },
            draft => draft.WithDescription("Theirs.").WithName("Их", "ru") with { LanguagesSpoken = ["tg"] });

        var rebased = await RebaseAsync(mine, NoChoices);

        var draft = await DraftOfAsync(rebased);
        Assert.Equal(("Mine", "Их"), (draft.Name[0].Text, draft.Name[1].Text));
        Assert.Equal("Theirs.", draft.Services[0].Description[0].Text);
        Assert.Equal(["tg"], draft.LanguagesSpoken);
        Assert.Empty(draft.Places);
        Assert.Equal(start.Contacts, draft.Contacts);
        Assert.Equal(RevisionState.Withdrawn, (await site.RevisionAsync(mine.Id)).State);
        await using (var db = site.Open())
        {
            var last = await db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Number).Take(2).ToListAsync(TestDirectory.Cancellation);
            Assert.Equal([(AuditAction.Rebased, rebased.Id, site.Editor.Id), (AuditAction.Withdrawn, mine.Id, site.Editor.Id)], last.Select(entry => (entry.Action, entry.RevisionId!.Value, entry.ActorId!.Value)));
        }

        EditingSite.Done(await site.PublishAsync(site.Reviewer, await site.SubmitAsync(site.Editor, rebased)));
    }

    [Fact]
    public async Task WhatAnAuthorLeftBehind_IsBroughtUpToDate_ByWhoeverMayEdit()
    {
        var (mine, _) = await OvertakenAsync(draft => draft.WithName("Mine"), draft => draft.WithDescription("Theirs."));
        Assert.True(await MayRebaseAsync(site.Editor));
        Assert.False(await MayRebaseAsync(site.Reviewer));

        site.Grant(site.Editor with { EditsOrganisations = new HashSet<Guid>() });

        Assert.True(await MayRebaseAsync(site.Reviewer));
        Assert.True(await MayRebaseAsync(site.OtherEditorOfIt));
        // An administrator reads it, and edits no entry.
        Assert.False(await MayRebaseAsync(site.Administrator));

        async Task<bool> MayRebaseAsync(Actor actor) => (await site.Archive.FindAsync(actor, mine.Id, TestDirectory.Cancellation))!.MayRebase;
    }

    [Fact]
    public async Task Rebase_OfTheSameField_AsksFirstAndThenDoesAsChosen()
    {
        foreach (var (choice, expected) in new[] { (MergeChoice.Mine, "Mine"), (MergeChoice.Theirs, "Theirs") })
        {
            var (mine, _) = await OvertakenAsync(draft => draft.WithName("Mine"), draft => draft.WithName("Theirs"));

            var conflict = Assert.IsType<EditResult.Conflict>(await site.Restores.RebaseAsync(site.Editor, mine.Id, mine.Version, NoChoices, Guid.Empty, TestDirectory.Cancellation)).Details;
            var field = Assert.Single(conflict.Fields);
            Assert.Equal(("Name[en]", "Name", "Helpers", "Theirs", "Mine"), (field.Path, field.Label, Line(field.Base), Line(field.Theirs), Line(field.Mine)));
            Assert.Equal(expected, (await DraftOfAsync(await RebaseAsync(mine, new() { [field.Path] = choice }, conflict))).Name[0].Text);
            await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithName("Helpers"));
        }

        static string Line(IEnumerable<string> lines) => Assert.Single(lines);
    }

    [Fact]
    public async Task Rebase_WithAChoiceAgainstAnEarlierPublication_AsksAgain_ButOnlyForWhatIsStillToChoose()
    {
        var (mine, start) = await OvertakenAsync(draft => draft.WithName("Mine"), draft => draft.WithName("Theirs"));
        var seen = Assert.IsType<EditResult.Conflict>(await site.PublishAsync(site.Reviewer, mine)).Details;
        await site.EditAsync(EditingSite.Helpers, start.WithName("Newer"));
        Dictionary<string, MergeChoice> choices = new() { ["Name[en]"] = MergeChoice.Theirs };

        var again = Assert.IsType<EditResult.Conflict>(await site.Restores.RebaseAsync(site.Editor, mine.Id, mine.Version, choices, seen.TheirsId, TestDirectory.Cancellation)).Details;

        Assert.Equal("Newer", Assert.Single(Assert.Single(again.Fields).Theirs));
        await site.EditAsync(EditingSite.Helpers, start);
        Assert.Equal("Mine", (await DraftOfAsync(await RebaseAsync(mine, choices, again))).Name[0].Text);
    }

    [Fact]
    public async Task Rebase_OfTheSameNumber_AsksForTheListAsAWhole()
    {
        // Item by item, both new numbers would stand there.
        var (mine, _) = await OvertakenAsync(draft => draft.WithContact(ContactKind.Phone, "+7 495 111-11-11"), draft => draft.WithContact(ContactKind.Phone, "+7 495 222-22-22"));

        var conflict = Assert.IsType<EditResult.Conflict>(await site.PublishAsync(site.Reviewer, mine)).Details;

        Assert.Equal("Contacts", Assert.Single(conflict.Fields).Path);
        var rebased = await DraftOfAsync(await RebaseAsync(mine, new() { ["Contacts"] = MergeChoice.Mine }, conflict));
        Assert.Equal(["+74951111111"], rebased.Contacts.Where(contact => contact.Kind == ContactKind.Phone).Select(contact => contact.Value));
    }

    [Fact]
    public async Task Rebase_WhenAServiceWasRemovedThatIChanged_Asks()
    {
        var (mine, start) = await OvertakenAsync(draft => draft.WithDescription("Mine."), draft => draft with { Services = draft.Services.RemoveAt(0) });

        var conflict = Assert.IsType<EditResult.Conflict>(await site.PublishAsync(site.Reviewer, mine)).Details;

        var field = Assert.Single(conflict.Fields);
        Assert.Equal($"Services[{start.Services[0].Id}]", field.Path);
        Assert.Single((await DraftOfAsync(await RebaseAsync(mine, new() { [field.Path] = MergeChoice.Theirs }, conflict))).Services);
    }

    [Fact]
    public async Task Rebase_WhenBothAddedAService_KeepsBoth()
    {
        var (mine, start) = await OvertakenAsync(draft => WithService(draft, "Mine."), draft => WithService(draft, "Theirs."));

        var rebased = await DraftOfAsync(await RebaseAsync(mine, NoChoices));

        Assert.Equal(["A bed.", "A line.", "Theirs.", "Mine."], rebased.Services.Select(service => service.Description[0].Text));

        static OrganisationDraft WithService(OrganisationDraft draft, string text) => draft with
        {
            Services = draft.Services.Add(new ServiceDraft { Description = [new TextDraft("en", text, TranslationState.Original)], Types = draft.Services[1].Types }),
        };
    }

    [Fact]
    public async Task Publish_FromABaseNobodyKnows_AsksForEveryDifference()
    {
        var mine = await site.SubmitAsync(site.Editor, EditingSite.Done(await site.TrySaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithName("Mine"), baseVersion: Guid.NewGuid())));

        var conflict = Assert.IsType<EditResult.Conflict>(await site.PublishAsync(site.Reviewer, mine)).Details;

        Assert.Null(conflict.Base);
        Assert.Equal("Name[en]", Assert.Single(conflict.Fields).Path);
    }

    [Fact]
    public async Task Save_AgainFromAnOldForm_GivesBackWhatIsStored()
    {
        var first = await site.SaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithName("First"));
        var second = EditingSite.Done(await site.Drafts.SaveAsync(site.Editor, new DraftInput { Draft = (await site.HelpersAsync()).WithName("Second"), RevisionId = first.Id, RevisionVersion = first.Version }, TestDirectory.Cancellation));

        var result = await site.Drafts.SaveAsync(site.Editor, new DraftInput { Draft = (await site.HelpersAsync()).WithName("Third"), RevisionId = first.Id, RevisionVersion = first.Version }, TestDirectory.Cancellation);

        var overtaken = Assert.IsType<EditResult.Overtaken>(result);
        Assert.Equal(second.Version, overtaken.Now.Version);
        Assert.Equal("Second", ((OrganisationDraft)overtaken.Stored).Name[0].Text);
    }

    [Fact]
    public async Task Save_OfADraftOfOneEntryAsAnothers_FindsNothing()
    {
        var first = await site.SaveAsync(site.Editor, EditingSite.Helpers, await site.HelpersAsync());

        var result = await site.Drafts.SaveAsync(site.Editor, new DraftInput { Draft = (await site.HelpersAsync()).WithName("Other"), SubjectId = Guid.NewGuid(), RevisionId = first.Id, RevisionVersion = first.Version }, TestDirectory.Cancellation);

        Assert.IsType<EditResult.NotFound>(result);
    }

    public void Dispose() => site.Dispose();

    /// <summary>The editor's revision, submitted, and something else published since they began.</summary>
    private async Task<(RevisionSummary Mine, OrganisationDraft Start)> OvertakenAsync(Func<OrganisationDraft, OrganisationDraft> change, Func<OrganisationDraft, OrganisationDraft> theirs)
    {
        var start = await site.HelpersAsync();
        var mine = await site.SubmitAsync(site.Editor, EditingSite.Helpers, change(start));
        await site.EditAsync(EditingSite.Helpers, theirs(start));
        return (mine, start);
    }

    private async Task<RevisionSummary> RebaseAsync(RevisionSummary revision, Dictionary<string, MergeChoice> choices, DraftConflict? seen = null) =>
        EditingSite.Done(await site.Restores.RebaseAsync(site.Editor, revision.Id, revision.Version, choices, seen?.TheirsId ?? Guid.Empty, TestDirectory.Cancellation));

    private async Task<OrganisationDraft> DraftOfAsync(RevisionSummary revision) => (OrganisationDraft)DraftJson.Read((await site.RevisionAsync(revision.Id)).Snapshot);
}
