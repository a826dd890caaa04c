namespace ReferralDirectory.Core.Tests.Content;

public sealed class LanguageFaultTests : IDisposable
{
    private readonly SmallContent content = new();

    [Fact]
    public void Read_WhenTheFileOfLanguagesIsMissing_ReportsThatAndNothingThatFollowsFromIt()
    {
        content.Delete(SmallContent.Languages);

        var faults = content.Faults();

        Assert.All(faults, fault => Assert.Equal((SmallContent.Languages, 0), (fault.File, fault.Line)));
        Assert.Contains(faults, fault => fault.Message == "The file is missing.");
    }

    [Fact]
    public void Read_WhenThereIsNoLanguage_ReportsThatAndNothingThatFollowsFromIt()
    {
        content.Write(SmallContent.Languages, "languages: []\n");

        content.AssertOnlyFault(SmallContent.Languages, 0, "At least one language is needed");
    }

    [Theory]
    [InlineData("direction: ltr\n    interface: unreviewed", "direction: left\n    interface: unreviewed", "'direction'")]
    [InlineData("interface: unreviewed", "interface: perfect", "'interface' is 'perfect': write one of original, reviewed, unreviewed")]
    [InlineData("name: Русский", "name: ''", "'name' is empty")]
    public void Read_WhenALanguageIsWrong_NamesFileAndLine(string old, string @new, string message)
    {
        var line = content.Replace(SmallContent.Languages, old, @new);

        Assert.Contains(
            content.Faults(),
            fault => fault.File == SmallContent.Languages && fault.Line == line && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhenATagIsWrong_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Languages, "tag: ru", "tag: Russian");

        Assert.Contains(
            content.Faults(),
            fault => fault.File == SmallContent.Languages && fault.Line == line && fault.Message.StartsWith("'Russian' is not a language tag", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhenALanguageStandsTwice_NamesTheSecond()
    {
        var line = content.Replace(SmallContent.Languages, "    interface: unreviewed", "    interface: unreviewed\n  - tag: ru\n    name: Русский\n    direction: ltr\n    interface: unreviewed");

        content.AssertOnlyFault(SmallContent.Languages, line + 1, "'ru' stands here a second time");
    }

    public void Dispose() => content.Dispose();
}
