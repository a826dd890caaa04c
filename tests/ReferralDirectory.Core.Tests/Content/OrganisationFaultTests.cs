namespace ReferralDirectory.Core.Tests.Content;

public sealed class OrganisationFaultTests : IDisposable
{
    private readonly SmallContent content = new();

    [Theory]
    [InlineData("types: [talk, shelter]", "types: [talk, sheltr]", "no assistance type 'sheltr'")]
    [InlineData("audiences: [children, women]", "audiences: [children, womn]", "no audience 'womn'")]
    [InlineData("places: [hilltown, riverside]", "places: [hilltown, seaside]", "no place 'seaside'")]
    [InlineData("source: guide", "source: gide", "no source 'gide'")]
    public void Read_WhenAReferenceIsDead_NamesFileAndLine(string old, string @new, string message)
    {
        var line = content.Replace(SmallContent.Helpers, old, @new);

        content.AssertOnlyFault(SmallContent.Helpers, line, message);
    }

    [Fact]
    public void Read_WhenAListSpansLines_NamesTheLineOfTheDeadReference()
    {
        var line = content.Replace(SmallContent.Helpers, "places: [hilltown, riverside]", "places:\n  - hilltown\n  - seaside");

        content.AssertOnlyFault(SmallContent.Helpers, line + 2, "no place 'seaside'");
    }

    [Fact]
    public void Read_WhenAReferenceStandsTwice_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "types: [talk, shelter]", "types: [talk, talk]");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'talk' stands twice in 'types'");
    }

    [Fact]
    public void Read_WhenALanguageIsMissing_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "{ en: A bed., ru: Ночлег. }", "{ en: A bed. }");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'description' is missing in the language 'ru'");
    }

    [Fact]
    public void Read_WhenATextIsInALanguageTheSiteDoesNotHave_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "{ en: A bed., ru: Ночлег. }", "{ en: A bed., ru: Ночлег., de: Ein Bett. }");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'de' is not known here");
    }

    [Fact]
    public void Read_WhenATextIsEmpty_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "{ en: A bed., ru: Ночлег. }", "{ en: A bed., ru: ' ' }");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'ru' is empty");
    }

    [Fact]
    public void Read_WhenATextIsTooLong_SaysHowLongItMayBe()
    {
        var line = content.Replace(SmallContent.Helpers, "en: A bed.,", $"en: {new string('a', 601)},");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'en' has 601 characters; 600 are allowed");
    }

    [Fact]
    public void Read_WhenATextIsAsLongAsAllowed_ReportsNothing()
    {
        content.Replace(SmallContent.Helpers, "en: A bed.,", $"en: {new string('a', 600)},");

        Assert.NotNull(content.Read());
    }

    [Fact]
    public void Read_WhenATextHoldsAControlCharacter_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "en: A bed.,", "en: \"A\\u0007bed.\",");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'en' contains a control character");
    }

    [Fact]
    public void Read_WhenTheSlugIsNotTheNameOfTheFile_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "slug: helpers", "slug: helper");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'slug' must be the file's name");
    }

    [Fact]
    public void Read_WhenTwoFilesHaveOneSlug_NamesTheSecond()
    {
        var line = content.Replace(SmallContent.Neighbours, "slug: neighbours", "slug: helpers");

        Assert.Contains(
            content.Faults(),
            fault => fault.File == SmallContent.Neighbours && fault.Line == line && fault.Message == "Another file already has the slug 'helpers'.");
    }

    [Theory]
    [InlineData("Helpers")]
    [InlineData("hel pers")]
    [InlineData("помощники")]
    [InlineData("-helpers")]
    public void Read_WhenTheSlugCannotStandInAnAddress_NamesFileAndLine(string slug)
    {
        var line = content.Replace(SmallContent.Helpers, "slug: helpers", $"slug: {slug}");

        Assert.Contains(
            content.Faults(),
            fault => fault.File == SmallContent.Helpers && fault.Line == line && fault.Message.StartsWith($"'{slug}' cannot stand in an address", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("slug: helpers\n", "'slug' is missing")]
    [InlineData("source: guide\n", "'source' is missing")]
    [InlineData("own-language: ru\n", "'own-language' is missing")]
    [InlineData("name: { en: Helpers, ru: Помощники }\n", "'name' is missing")]
    [InlineData("original: en\n", "'original' is missing")]
    public void Read_WhenARequiredKeyIsMissing_NamesTheFile(string line, string message)
    {
        content.Replace(SmallContent.Helpers, line, "");

        Assert.Contains(content.Faults(), fault => fault.File == SmallContent.Helpers && fault.Line == 1 && fault.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhenAKeyIsMisspelled_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "search: [help]", "serach: [help]");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'serach' is not known here; check the spelling");
    }

    [Fact]
    public void Read_WhenAKeyOfAServiceIsMisspelled_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "audiences: [children, women]", "audience: [children, women]");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'audience' is not known here");
    }

    [Fact]
    public void Read_WhenAServiceHasNoType_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "types: [talk, shelter]", "types: []");

        content.AssertOnlyFault(SmallContent.Helpers, line, "needs at least one type");
    }

    [Fact]
    public void Read_WhenThereIsNoService_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Neighbours, "  - types: [shelter]\n    description: { en: A room., ru: Комната. }", "  []");

        content.AssertOnlyFault(SmallContent.Neighbours, line, "At least one service is needed");
    }

    [Theory]
    [InlineData("places: [hilltown, riverside]", "places: hilltown", "'places' must be a list")]
    [InlineData("own-language: ru", "own-language: [ru]", "'own-language' must be a text")]
    [InlineData("name: { en: Helpers, ru: Помощники }", "name: Helpers", "Expected keys and values")]
    [InlineData("own-language: ru", "own-language: Russian", "'Russian' is not a language tag")]
    [InlineData("{ ru: unreviewed }", "{ ru: reviwed }", "'ru' is 'reviwed': write one of")]
    public void Read_WhenAValueHasTheWrongForm_NamesFileAndLine(string old, string @new, string message)
    {
        var line = content.Replace(SmallContent.Helpers, old, @new);

        Assert.Contains(
            content.Faults(),
            fault => fault.File == SmallContent.Helpers && fault.Line == line && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhenTwoLanguagesAreTheOriginal_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "{ ru: unreviewed }", "{ ru: original }");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'ru' is 'original', but 'original' names 'en'");
    }

    public void Dispose() => content.Dispose();
}
