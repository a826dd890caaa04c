using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Differences;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Tests.Editing;

public sealed class DifferenceTests : IDisposable
{
    private readonly EditingSite site = new();

    [Fact]
    public async Task Between_TheSame_IsNothing()
    {
        var draft = await site.HelpersAsync();

        Assert.Empty(DraftDifference.Between(draft, DraftJson.Read(DraftJson.Write(draft))));
    }

    [Fact]
    public async Task Between_TwoTexts_MarksTheWords()
    {
        var before = (await site.HelpersAsync()).WithDescription("A warm bed for one night.");

        var difference = Assert.Single(DraftDifference.Between(before, before.WithDescription("A warm bed for two nights.")));

        Assert.Equal(($"Services[{before.Services[0].Id}].Description[en]", "Services.Description", "en", DifferenceKind.Changed), (difference.Path, difference.Label, difference.Language, difference.Kind));
        Assert.Equal("A warm bed for one night.", Side(difference, DiffPartKind.Added));
        Assert.Equal("A warm bed for two nights.", Side(difference, DiffPartKind.Removed));
        Assert.Equal(new DiffPart(DiffPartKind.Same, "A warm bed for "), difference.Words[0]);
        Assert.Contains(new DiffPart(DiffPartKind.Added, "two"), difference.Words);

        static string Side(FieldDifference difference, DiffPartKind without) => string.Concat(difference.Words.Where(part => part.Kind != without).Select(part => part.Text));
    }

    [Fact]
    public async Task Between_AnAddedAndARemovedContact_NamesBoth()
    {
        var before = await site.HelpersAsync();
        var added = new ContactDraft(Guid.NewGuid(), ContactKind.Email, "new@example.org");

        var differences = DraftDifference.Between(before, before with { Contacts = [.. before.Contacts.Skip(1), added] });

        Assert.Equal(
            [
                ($"Contacts[{before.Contacts[0].Id}].Kind", DifferenceKind.Removed, "Phone"),
                ($"Contacts[{before.Contacts[0].Id}].Value", DifferenceKind.Removed, "+78127173531"),
                ($"Contacts[{added.Id}].Kind", DifferenceKind.Added, "Email"),
                ($"Contacts[{added.Id}].Value", DifferenceKind.Added, "new@example.org"),
            ],
            differences.Select(difference => (difference.Path, difference.Kind, difference.Before.Concat(difference.After).Single())));
    }

    [Fact]
    public async Task Between_TwoOrders_SaysWhatMoved()
    {
        var before = await site.HelpersAsync();

        var differences = DraftDifference.Between(before, before with { Contacts = [before.Contacts[1], before.Contacts[0], .. before.Contacts.Skip(2)] });

        Assert.Equal(
            [($"Contacts[{before.Contacts[1].Id}]", DifferenceKind.Moved, "2", "1"), ($"Contacts[{before.Contacts[0].Id}]", DifferenceKind.Moved, "1", "2")],
            differences.Select(difference => (difference.Path, difference.Kind, difference.Before.Single(), difference.After.Single())));
    }

    [Fact]
    public async Task Between_OtherFields_ShowsTheirLines()
    {
        var before = await site.HelpersAsync();
        var after = before with
        {
            LanguagesSpoken = ["ru", "tg"],
            PublicAddress = [new TextDraft("en", "1 Main Street", TranslationState.Original)],
            OpeningHours = new OpeningHoursDraft { TimeZone = "Europe/Moscow", Week = [new WeeklyOpeningDraft(DayOfWeek.Monday, "09:00", "18:00")] },
        };

        var differences = DraftDifference.Between(before, after).ToDictionary(difference => difference.Path);

        Assert.Equal(["ru", "tg"], differences["LanguagesSpoken"].After);
        Assert.Equal(["1 Main Street"], differences["PublicAddress[en]"].After);
        Assert.Equal(["Monday 09:00 18:00"], differences["OpeningHours.Week"].After);
        Assert.Equal(["Europe/Moscow"], differences["OpeningHours.TimeZone"].After);
    }

    [Fact]
    public async Task Between_TwoStates_SaysThatATranslationWasReviewed()
    {
        var before = await site.HelpersAsync();

        var difference = Assert.Single(DraftDifference.Between(before, before with { Name = [before.Name[0], before.Name[1] with { State = TranslationState.Reviewed }] }));

        Assert.Equal(("Name[ru].State", "Unreviewed", "Reviewed"), (difference.Path, difference.Before.Single(), difference.After.Single()));
    }

    [Fact]
    public async Task Between_AnOutdatedTranslation_AndTheSameWordsSaidToBeRight_ShowsWhatIsSaid()
    {
        var draft = (await site.HelpersAsync()).WithName("Helpers and friends");
        OrganisationDraft Of(string original) => draft with { Name = [draft.Name[0], draft.Name[1] with { State = TranslationState.Reviewed, OfHash = Translation.HashOf(original) }] };

        var difference = Assert.Single(DraftDifference.Between(Of("Helpers"), Of("Helpers and friends")));

        Assert.Equal(("Name[ru].State", "Outdated", "Reviewed"), (difference.Path, difference.Before.Single(), difference.After.Single()));
    }

    [Fact]
    public async Task Between_AStepsOutdatedTranslation_AndTheSameWordsSaidToBeRight_ShowsWhatIsSaid()
    {
        var text = (StepTextDraft)(await site.StartAsync(EditingSite.StepInRussian)).Draft with { State = TranslationState.Reviewed, OfHash = Translation.HashOf("before") };

        var difference = Assert.Single(DraftDifference.Between(text, text with { OfHash = Translation.HashOf("now") }));

        Assert.Equal(("State", "Outdated", "Reviewed"), (difference.Path, difference.Before.Single(), difference.After.Single()));
    }

    [Fact]
    public async Task Between_NothingAndANewEntry_ShowsEveryField()
    {
        var differences = DraftDifference.Between(null, await site.HelpersAsync());

        Assert.All(differences, difference => Assert.Equal(DifferenceKind.Added, difference.Kind));
        Assert.Contains(differences, difference => difference.Path == "Name[en]" && difference.After.Single() == "Helpers");
        Assert.Contains(differences, difference => difference.Path == "Slug");
    }

    public void Dispose() => site.Dispose();
}
