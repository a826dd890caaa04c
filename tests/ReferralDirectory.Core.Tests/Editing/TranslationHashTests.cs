using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Tests.Data;

namespace ReferralDirectory.Core.Tests.Editing;

/// <summary>A translation says which original it was made from, whatever a form says.</summary>
public sealed class TranslationHashTests : IDisposable
{
    private readonly EditingSite site = new();

    [Fact]
    public async Task Publish_OfANewOriginal_LeavesTheTranslationOutdated()
    {
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithName("Helpers and friends"));

        Assert.Equal(Translation.HashOf("Helpers"), await HashOfNameAsync());
    }

    [Fact]
    public async Task Publish_OfANewTranslation_MakesItOfTheOriginalBesideIt()
    {
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithName("Helpers and friends").WithName("Помощники и друзья", "ru"));

        Assert.Equal(Translation.HashOf("Helpers and friends"), await HashOfNameAsync());
    }

    [Fact]
    public async Task Save_AgainWithANewOriginal_LeavesTheTranslationOfTheOldOne()
    {
        var first = await site.SaveAsync(site.Reviewer, EditingSite.Helpers, (await site.HelpersAsync()).WithName("Помощь", "ru"));
        var draft = (OrganisationDraft)DraftJson.Read((await site.RevisionAsync(first.Id)).Snapshot);

        var second = EditingSite.Done(await site.Drafts.SaveAsync(site.Reviewer, new DraftInput { Draft = draft.WithName("Friends"), RevisionId = first.Id, RevisionVersion = first.Version }, TestDirectory.Cancellation));
        EditingSite.Done(await site.PublishAsync(site.SecondReviewer, await site.SubmitAsync(site.Reviewer, second)));

        Assert.Equal(Translation.HashOf("Helpers"), await HashOfNameAsync());
    }

    [Fact]
    public async Task Save_OfAHashThatAFormMadeUp_IgnoresIt()
    {
        var draft = await site.HelpersAsync();

        await site.EditAsync(EditingSite.Helpers, draft.WithName("New") with { AlsoKnownAs = ["x"], Name = [.. draft.WithName("New").Name.Select(text => text with { OfHash = Translation.HashOf("New") })] });

        Assert.Equal(Translation.HashOf("Helpers"), await HashOfNameAsync());
    }

    [Fact]
    public async Task Publish_OfAStepsOriginal_LeavesItsTranslationOutdated_UntilThatIsWrittenAnew()
    {
        var original = (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft;
        var old = ((StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft).OfHash;
        await site.EditAsync(EditingSite.StepInEnglish, original with { Summary = "What happens now." });

        var translation = (StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft;
        Assert.Equal(old, translation.OfHash);
        await site.EditAsync(EditingSite.StepInRussian, translation with { State = TranslationState.Reviewed });

        var published = (StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft;
        await using var db = site.Open();
        var content = db.StepTexts.Single(text => text.Id == EditingSite.StepInEnglish.Id).Content;
        Assert.NotEqual(old, published.OfHash);
        Assert.Equal(Translation.HashOf(content), published.OfHash);
    }

    public void Dispose() => site.Dispose();

    private async Task<string?> HashOfNameAsync() => (await site.HelpersAsync()).Name.Single(text => text.Language == "ru").OfHash;
}
