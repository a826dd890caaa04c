using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

public sealed class LocalisedTextTests
{
    private static readonly LanguageTag English = LanguageTag.Parse("en");
    private static readonly LanguageTag Russian = LanguageTag.Parse("ru");
    private static readonly LanguageTag Tajik = LanguageTag.Parse("tg");

    private static readonly Translation Women = new(English, "Women", TranslationState.Reviewed, "hash");
    private static readonly Translation Женщины = new(Russian, "Женщины", TranslationState.Original, null);

    [Fact]
    public void In_ALanguageThatIsThere_GivesThatTranslation() =>
        Assert.Same(Women, new LocalisedText([Женщины, Women]).In(English));

    [Fact]
    public void In_ALanguageThatIsMissing_GivesTheOriginal() =>
        Assert.Same(Женщины, new LocalisedText([Women, Женщины]).In(Tajik));

    [Fact]
    public void In_ALanguageThatIsMissingWithoutAnOriginal_GivesTheFirstByTag() =>
        Assert.Same(Women, new LocalisedText([Женщины with { State = TranslationState.Unreviewed }, Women]).In(Tajik));

    [Fact]
    public void Translations_AreOrderedByTagWhateverTheOrderGiven() =>
        Assert.Equal([Women, Женщины], new LocalisedText([Женщины, Women]).Translations);

    [Fact]
    public void Constructor_WithoutATranslation_Throws() =>
        Assert.Throws<ArgumentException>(() => new LocalisedText([]));

    [Fact]
    public void Constructor_WithALanguageTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => new LocalisedText([Women, Women with { Text = "Ladies" }]));

    [Fact]
    public void Equals_ForTheSameTranslations_IsTrueAndHashesAlike()
    {
        var (first, second) = (new LocalisedText([Женщины, Women]), new LocalisedText([Women, Женщины]));

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void Equals_ForAnotherState_IsFalse() =>
        Assert.NotEqual(new LocalisedText([Women]), new LocalisedText([Women with { State = TranslationState.Unreviewed }]));
}
