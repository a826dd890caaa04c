namespace ReferralDirectory.Core.Tests.Content;

public sealed class CountryFaultTests : IDisposable
{
    private readonly SmallContent content = new();

    [Fact]
    public void Read_WhenTheSlugIsNotTheNameOfTheFolder_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Country, "slug: testland", "slug: test-land");

        content.AssertOnlyFault(SmallContent.Country, line, "'slug' must be the folder's name, 'testland'");
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("XX")]
    public void Read_WhenTheCountryCodeDoesNotExist_NamesFileAndLine(string code)
    {
        var line = content.Replace(SmallContent.Country, "code: RU", $"code: {code}");

        Assert.Contains(
            content.Faults(),
            fault => fault.File == SmallContent.Country && fault.Line == line && fault.Message.StartsWith($"'{code}' is not a country code", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("11a")]
    [InlineData("+112")]
    [InlineData("1 1 2")]
    [InlineData("١١٢")]
    public void Read_WhenAnEmergencyNumberHasMoreThanDigits_NamesFileAndLine(string number)
    {
        var line = content.Replace(SmallContent.Country, "number: \"112\"", $"number: \"{number}\"");

        content.AssertOnlyFault(SmallContent.Country, line, $"The emergency number '{number}' may have digits only");
    }

    [Fact]
    public void Read_WhenThereIsNoEmergencyNumber_NamesFileAndLine()
    {
        var text = File.ReadAllText(Path.Combine(content.Path, SmallContent.Country));
        var (start, end) = (text.IndexOf("emergency:", StringComparison.Ordinal), text.IndexOf("sources:", StringComparison.Ordinal));
        content.Write(SmallContent.Country, $"{text[..start]}emergency: []\n{text[end..]}");

        content.AssertOnlyFault(SmallContent.Country, 6, "At least one emergency number is needed");
    }

    [Fact]
    public void Read_WhenAFlagIsNeitherTrueNorFalse_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Country, "free: true", "free: yes");

        content.AssertOnlyFault(SmallContent.Country, line, "'free' is 'yes': write true or false");
    }

    [Fact]
    public void Read_WhenAPlaceStandsTwice_NamesTheSecond()
    {
        var line = content.Replace(SmallContent.Country, "slug: hilltown", "slug: riverside");
        content.Replace(SmallContent.Helpers, "[hilltown, riverside]", "[riverside]");

        content.AssertOnlyFault(SmallContent.Country, line, "'riverside' stands here a second time");
    }

    [Fact]
    public void Read_WhenAnEmergencyNumberStandsTwice_NamesTheSecond()
    {
        var line = content.Replace(SmallContent.Country, "number: \"103\"", "number: \"112\"");

        content.AssertOnlyFault(SmallContent.Country, line, "'112' stands here a second time");
    }

    [Fact]
    public void Read_WhenAPlaceHasTheNameOfAFilter_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Country, "slug: hilltown", "slug: not-stated");
        content.Replace(SmallContent.Helpers, "[hilltown, riverside]", "[riverside]");

        content.AssertOnlyFault(SmallContent.Country, line, "choose another");
    }

    [Fact]
    public void Read_WhenSearchWordsAreInNoLanguage_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Country, "search: { en: [river] }", "search: { English: [river] }");

        content.AssertOnlyFault(SmallContent.Country, line, "'English' is not a language tag");
    }

    [Fact]
    public void Read_WhenAStepIsMissingInTheList_NamesTheFileAndTheStep()
    {
        var line = content.Replace(SmallContent.Country, "  identification: []\n", "");

        // The list has no line of its own for what is not in it: its first line stands for it.
        content.AssertOnlyFault(SmallContent.Country, line - 2, "The step 'identification' is missing under 'steps'");
    }

    [Fact]
    public void Read_WhenAStepIsUnknown_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Country, "  providers: []", "  providers: []\n  epilogue: []");

        content.AssertOnlyFault(SmallContent.Country, line + 1, "'epilogue' is not known here");
    }

    [Fact]
    public void Read_WhenTheTypeOfAStepIsUnknown_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Country, "assistance: [talk, shelter]", "assistance: [talk, tent]");

        content.AssertOnlyFault(SmallContent.Country, line, "no assistance type 'tent'");
    }

    [Fact]
    public void Read_WhenAPlaceIsMissingInALanguage_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Country, "name: { en: Hilltown, ru: Нагорье }", "name: { ru: Нагорье }");

        content.AssertOnlyFault(SmallContent.Country, line, "'name' is missing in the language 'en'");
    }

    public void Dispose() => content.Dispose();
}
