using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Content.Shipped;

public sealed class ShippedTextsTests
{
    // Beginnings of words that nobody should find in somebody's tab or history list.
    private static readonly string[] NotNeutral = ["traffick", "victim", "exploit", "торговл", "жертв", "эксплуат", "потерпевш"];

    [Fact]
    public void Languages_AreEnglishThenRussian() =>
        Assert.Equal(["en", "ru"], ShippedContent.All.Languages.Select(language => language.Tag.Value));

    [Fact]
    public void Countries_AreOne() => Assert.Equal(["russian-federation"], ShippedContent.All.Countries.Select(country => country.Slug.Value));

    [Fact]
    public void Steps_AreSixInBothLanguages()
    {
        Assert.Equal(StepKeys.All, ShippedContent.Russia.Steps.Select(step => step.Key));
        Assert.All(ShippedContent.Russia.Steps, step => Assert.Equal(["en", "ru"], step.Texts.Select(text => text.Language.Value)));
    }

    [Fact]
    public void StepTexts_AreNotTheSameInBothLanguages() =>
        Assert.All(StepKeys.All, key =>
        {
            var (english, russian) = (ShippedContent.StepText(key, ShippedContent.English), ShippedContent.StepText(key, ShippedContent.Russian));
            Assert.NotEqual(english.Title, russian.Title);
            Assert.NotEqual(english.Summary, russian.Summary);
            Assert.NotEqual(english.ForYou, russian.ForYou);
            Assert.NotEqual(english.ForWorkers, russian.ForWorkers);
            Assert.NotEqual(english.NotHere, russian.NotHere);
        });

    [Fact]
    public void LocalisedTexts_AreInBothLanguages() =>
        Assert.All(ShippedContent.LocalisedTexts, text => Assert.Equal(["en", "ru"], text.Translations.Select(translation => translation.Language.Value)));

    [Fact]
    public void RussianTexts_AreMarkedAsReviewedByNobody()
    {
        Assert.All(ShippedContent.LocalisedTexts, text => Assert.Equal(TranslationState.Unreviewed, text.In(ShippedContent.Russian).State));
        Assert.All(
            ShippedContent.StepTexts.Where(text => text.Language == ShippedContent.Russian),
            text => Assert.Equal(TranslationState.Unreviewed, text.State));
        Assert.Equal(
            TranslationState.Unreviewed,
            ShippedContent.All.Languages.Single(language => language.Tag == ShippedContent.Russian).InterfaceState);
    }

    [Fact]
    public void RussianTexts_WereMadeFromTheEnglishThatIsThere() =>
        Assert.All(
            ShippedContent.LocalisedTexts,
            text => Assert.Equal(Translation.HashOf(text.In(ShippedContent.English).Text), text.In(ShippedContent.Russian).OfHash));

    [Fact]
    public void RussianTexts_OfMoreThanAName_AreCyrillic() =>
        Assert.All(
            ShippedContent.Russia.Organisations.SelectMany(organisation => organisation.Services).Select(service => service.Description.In(ShippedContent.Russian).Text),
            text => Assert.Contains(text, letter => letter is >= 'а' and <= 'я'));

    [Fact]
    public void TitlesAndSummariesOfSteps_AreNeutral() =>
        Assert.All(
            ShippedContent.StepTexts.SelectMany(text => new[] { text.Title, text.Summary }),
            AssertNeutral);

    [Fact]
    public void PartsOfAddresses_AreNeutral()
    {
        var slugs = ShippedContent.All.AssistanceTypes.Select(type => type.Slug)
            .Concat(ShippedContent.Russia.Places.Select(place => place.Slug))
            .Concat(ShippedContent.Russia.Organisations.Select(organisation => organisation.Slug));

        Assert.All(slugs, slug => AssertNeutral(slug.Value));
    }

    [Fact]
    public void NeedsOnTheHomePage_AreNeutral() =>
        Assert.All(
            ShippedContent.All.AssistanceTypes.SelectMany(type => type.Need.Translations),
            translation => AssertNeutral(translation.Text));

    private static void AssertNeutral(string text) =>
        Assert.DoesNotContain(NotNeutral, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
