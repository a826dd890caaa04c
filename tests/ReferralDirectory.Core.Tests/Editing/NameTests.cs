using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>Somebody who gives an organisation another's name, so that its number is taken for the other's.</summary>
public sealed class NameTests : IDisposable
{
    private readonly EditingSite site = new();

    [Theory]
    [InlineData("name")]
    [InlineData("name gone")]
    [InlineData("also known as")]
    [InlineData("also known as gone")]
    public async Task AChangedName_NeedsASecondPerson(string what)
    {
        var draft = await site.HelpersAsync();
        var changed = what switch
        {
            "name" => draft.WithName("Helpers of the town"),
            "name gone" => draft with { Name = [.. draft.Name.Where(name => name.State == TranslationState.Original)] },
            "also known as" => draft with { AlsoKnownAs = [.. draft.AlsoKnownAs, "The helpers"] },
            _ => draft with { AlsoKnownAs = [] },
        };

        var revision = await site.SubmitAsync(site.Reviewer, EditingSite.Helpers, changed);

        Assert.Equal([SecondPersonReason.Name], Assert.IsType<EditResult.NeedsSecondPerson>(await site.PublishAsync(site.Reviewer, revision)).Reasons);
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, revision));
    }

    [Theory]
    [InlineData("Neighbours")]
    [InlineData("NEIGHBOURS")]
    [InlineData("«Neigh-bours»!")]
    [InlineData("N e i g h b o u r s")]
    [InlineData("Nеighbоurs")]
    [InlineData("Nèighbōurs")]
    [InlineData("Neighb0urs")]
    [InlineData("Neighb&#111;urs")]
    [InlineData("𝐍eighbours")]
    [InlineData("Соседи")]
    [InlineData("CОCЕДИ")]
    public async Task AnothersName_IsRefused_HoweverItIsWritten(string name)
    {
        foreach (var (draft, path) in new[] { ((await site.HelpersAsync()).WithName(name), "Name[en]"), ((await site.HelpersAsync()) with { AlsoKnownAs = [name] }, "AlsoKnownAs") })
        {
            var saved = Assert.IsType<EditResult.Done>(await site.TrySaveAsync(site.Editor, EditingSite.Helpers, draft));

            Assert.Equal([new DraftFault(path, DraftFaultReason.NameTaken)], saved.Faults);
            Assert.IsType<EditResult.Faulty>(await site.Drafts.SubmitAsync(site.Editor, saved.Revision!.Id, saved.Revision.Version, TestDirectory.Cancellation));
        }
    }

    [Fact]
    public async Task ALetterThatIsWrittenInTwoWays_IsOne()
    {
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithName("Сёстры", "ru"));
        var neighbours = new Subject(SubjectKind.Organisation, EditingSite.NeighboursId);

        var saved = await site.TrySaveAsync(site.Reviewer, neighbours, ((OrganisationDraft)(await site.StartAsync(neighbours)).Draft).WithName("Сестры", "ru"));

        Assert.Equal([new DraftFault("Name[ru]", DraftFaultReason.NameTaken)], Assert.IsType<EditResult.Done>(saved).Faults);
    }

    [Fact]
    public async Task WhatAnotherIsKnownAs_IsNobodysName_ButMayBeSharedAsSuch()
    {
        var neighbours = new Subject(SubjectKind.Organisation, EditingSite.NeighboursId);
        await site.EditAsync(neighbours, (OrganisationDraft)(await site.StartAsync(neighbours)).Draft with { AlsoKnownAs = ["Red Star"] });

        var named = Assert.IsType<EditResult.Done>(await site.TrySaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithName("Red star")));
        var known = Assert.IsType<EditResult.Done>(await site.TrySaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()) with { AlsoKnownAs = ["Red star"] }));

        Assert.Equal([new DraftFault("Name[en]", DraftFaultReason.NameTaken)], named.Faults);
        Assert.Empty(known.Faults);
    }

    [Fact]
    public async Task ANameThatIsShared_SinceBefore_DoesNotStandInTheWayOfOtherChanges()
    {
        using var two = new EditingSite(content => content.Write("testland/organisations/neighbours.yaml", File.ReadAllText(Path.Combine(content.Path, "testland/organisations/neighbours.yaml")).Replace("en: Neighbours", "en: Helpers", StringComparison.Ordinal)));

        Assert.Empty(Assert.IsType<EditResult.Done>(await two.TrySaveAsync(two.Editor, EditingSite.Helpers, (await two.HelpersAsync()).WithDescription("Another bed."))).Faults);
    }

    [Fact]
    public async Task OfTwoNewEntriesOfOneName_OneIsPublished()
    {
        var one = await SubmitNewAsync(site.Reviewer, "first");
        var two = await SubmitNewAsync(site.SecondReviewer, "second");
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, one));

        var refused = Assert.IsType<EditResult.Faulty>(await site.PublishAsync(site.Reviewer, two));

        Assert.Equal([new DraftFault("Name[en]", DraftFaultReason.NameTaken), new DraftFault("Name[ru]", DraftFaultReason.NameTaken)], refused.Faults);
    }

    [Fact]
    public async Task AnEntryThatIsTakenDown_KeepsItsName()
    {
        EditingSite.DoneWithout(await site.TakeDowns.TakeDownAsync(site.Reviewer, EditingSite.NeighboursId, "Why", TestDirectory.Cancellation));

        Assert.Contains(Assert.IsType<EditResult.Done>(await site.TrySaveAsync(site.Editor, EditingSite.Helpers, (await site.HelpersAsync()).WithName("Neighbours"))).Faults, fault => fault.Reason == DraftFaultReason.NameTaken);
    }

    public void Dispose() => site.Dispose();

    private async Task<RevisionSummary> SubmitNewAsync(Actor actor, string slug)
    {
        var draft = (await site.HelpersAsync()).WithName("Newcomers").WithName("Новые", "ru") with { Slug = slug };
        return await site.SubmitAsync(actor, EditingSite.Done(await site.Drafts.SaveAsync(actor, new DraftInput { Draft = draft, CountryId = EditingSite.CountryId }, TestDirectory.Cancellation)));
    }
}
