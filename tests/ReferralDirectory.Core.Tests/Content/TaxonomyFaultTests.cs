namespace ReferralDirectory.Core.Tests.Content;

public sealed class TaxonomyFaultTests : IDisposable
{
    private readonly SmallContent content = new();

    [Fact]
    public void Read_WhenATypeStandsTwice_NamesTheSecond()
    {
        var line = content.Replace(SmallContent.Types, "    home: true", "    home: true\n  - slug: shelter\n    name: { en: Again, ru: Опять }\n    need: { en: Again, ru: Опять }");

        content.AssertOnlyFault(SmallContent.Types, line + 1, "'shelter' stands here a second time");
    }

    [Fact]
    public void Read_WhenAnAudienceStandsTwice_NamesTheSecond()
    {
        var line = content.Replace(SmallContent.Audiences, "slug: children", "slug: women");
        content.Replace(SmallContent.Helpers, "[children, women]", "[women]");

        content.AssertOnlyFault(SmallContent.Audiences, line, "'women' stands here a second time");
    }

    [Fact]
    public void Read_WhenTheNeedOfATypeIsMissing_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Types, "    need: { en: Somewhere to stay, ru: Где переночевать }\n", "");

        content.AssertOnlyFault(SmallContent.Types, line - 2, "'need' is missing");
    }

    [Theory]
    [InlineData("name: { en: Shelter,", "name: { en: {0},", 80)]
    [InlineData("need: { en: Somewhere to stay,", "need: { en: {0},", 60)]
    [InlineData("en: [bed, roof]", "en: [bed, {0}]", 60)]
    public void Read_WhenATextOfATypeIsTooLong_SaysHowLongItMayBe(string old, string @new, int limit)
    {
        var line = content.Replace(SmallContent.Types, old, @new.Replace("{0}", new string('a', limit + 1), StringComparison.Ordinal));

        content.AssertOnlyFault(SmallContent.Types, line, $"has {limit + 1} characters; {limit} are allowed");
    }

    [Fact]
    public void Read_WhenTheFileOfTypesIsMissing_SaysSoFirst()
    {
        content.Delete(SmallContent.Types);

        var fault = content.Faults()[0];

        Assert.Equal((SmallContent.Types, 0, "The file is missing."), (fault.File, fault.Line, fault.Message));
    }

    [Fact]
    public void Read_WhenTheOriginalLanguageIsNotOfTheSite_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Audiences, "original: en", "original: de");

        Assert.Contains(
            content.Faults(),
            fault => fault.File == SmallContent.Audiences && fault.Line == line && fault.Message == "The language 'de' is not in languages.yaml.");
    }

    [Fact]
    public void Read_WhenTheStateOfATranslationIsMissing_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Audiences, "translations: { ru: reviewed }", "translations: {}");

        content.AssertOnlyFault(SmallContent.Audiences, line, "'ru' is missing");
    }

    public void Dispose() => content.Dispose();
}
