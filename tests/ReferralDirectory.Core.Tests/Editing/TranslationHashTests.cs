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

    // What a form says of a translation whose words stay as they are, and what is kept: its state, and whether it is outdated.
    [Theory]
    [InlineData(TranslationState.Reviewed, true, TranslationState.Reviewed, false, true)]
    [InlineData(TranslationState.Reviewed, true, TranslationState.Unreviewed, false, true)]
    [InlineData(TranslationState.Reviewed, true, TranslationState.Reviewed, true, false)]
    [InlineData(TranslationState.Unreviewed, true, TranslationState.Unreviewed, false, true)]
    [InlineData(TranslationState.Unreviewed, true, TranslationState.Reviewed, false, false)]
    [InlineData(TranslationState.Unreviewed, true, TranslationState.Reviewed, true, false)]
    [InlineData(TranslationState.Reviewed, false, TranslationState.Unreviewed, false, false)]
    [InlineData(TranslationState.Unreviewed, false, TranslationState.Reviewed, false, false)]
    public async Task Save_OfUnchangedWords_IsOfTheNewOriginalOnlyWhenSomebodySaysSo(TranslationState before, bool wasOutdated, TranslationState said, bool saidNow, bool isOutdated)
    {
        var draft = (await site.HelpersAsync()).WithName("Помощь", "ru");
        await site.EditAsync(EditingSite.Helpers, draft with { Name = [.. draft.Name.Select(text => text.Language == "ru" ? text with { State = before } : text)] });
        if (wasOutdated)
        {
            await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()).WithName("Helpers and friends"));
        }

        var typed = await site.HelpersAsync();
        await site.EditAsync(EditingSite.Helpers, typed with
        {
            AlsoKnownAs = ["another change"],
            Name = [.. typed.Name.Select(text => text.Language == "ru" ? text with { OfHash = null, State = said, IsReviewedNow = saidNow } : text)],
        });

        var saved = (await site.HelpersAsync()).Name.Single(text => text.Language == "ru");
        Assert.Equal((said, isOutdated), (saved.State, Translation.IsOutdated(saved.State, saved.OfHash, wasOutdated ? "Helpers and friends" : "Helpers")));
    }

    [Theory]
    [InlineData(TranslationState.Original, true, "a", false)]
    [InlineData(TranslationState.Unreviewed, false, "a", false)]
    [InlineData(TranslationState.Reviewed, true, "a", false)]
    [InlineData(TranslationState.Reviewed, true, "b", true)]
    [InlineData(TranslationState.Unreviewed, true, "b", true)]
    public void IsOutdated_WhereTheOriginalIsKnownToHaveChanged(TranslationState state, bool isKnown, string original, bool expected) =>
        Assert.Equal(expected, Translation.IsOutdated(state, isKnown ? Translation.HashOf("a") : null, original));

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Save_OfAnOutdatedStepTextThatWasReviewed_IsOfTheNewOriginalOnlyWhenSomebodySaysSo(bool saidNow, bool isOutdated)
    {
        var translation = (StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft;
        await site.EditAsync(EditingSite.StepInRussian, translation with { State = TranslationState.Reviewed, Summary = "Что теперь." });
        var original = (StepTextDraft)(await site.StartAsync(EditingSite.StepInEnglish)).Draft;
        await site.EditAsync(EditingSite.StepInEnglish, original with { Summary = "What happens now." });

        var typed = (StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft;
        var saved = await site.SaveAsync(site.Reviewer, EditingSite.StepInRussian, typed with { OfHash = null, IsReviewedNow = saidNow });

        var draft = (StepTextDraft)DraftJson.Read((await site.RevisionAsync(saved.Id)).Snapshot);
        await using var db = site.Open();
        Assert.Equal(isOutdated, Translation.IsOutdated(draft.State, draft.OfHash, db.StepTexts.Single(text => text.Id == EditingSite.StepInEnglish.Id).Content));
    }

    [Fact]
    public async Task Save_OfANoteWhoseDayWasMoved_LeavesItOutdated()
    {
        OpeningExceptionDraft On(string day, string original) => new() { From = day, To = day, Note = [new TextDraft("en", original, TranslationState.Original), new TextDraft("ru", "Праздник", TranslationState.Reviewed)] };
        OpeningHoursDraft Hours(OpeningExceptionDraft exception) => new() { TimeZone = "Europe/Moscow", IsByAppointment = true, Exceptions = [exception] };
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()) with { OpeningHours = Hours(On("2026-12-31", "Holiday")) });
        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()) with { OpeningHours = Hours(On("2026-12-31", "Feast")) });

        await site.EditAsync(EditingSite.Helpers, (await site.HelpersAsync()) with { OpeningHours = Hours(On("2027-01-01", "Feast")) });

        var note = (await site.HelpersAsync()).OpeningHours!.Exceptions.Single().Note.Single(text => text.Language == "ru");
        Assert.Equal(Translation.HashOf("Holiday"), note.OfHash);
    }

    public void Dispose() => site.Dispose();

    private async Task<string?> HashOfNameAsync() => (await site.HelpersAsync()).Name.Single(text => text.Language == "ru").OfHash;
}
