using ReferralDirectory.Core.Content;

namespace ReferralDirectory.Core.Tests.Content;

/// <summary>Faults of YAML as such, and of files and folders as a whole.</summary>
public sealed class FolderFaultTests : IDisposable
{
    private readonly SmallContent content = new();

    [Theory]
    [InlineData(SmallContent.Helpers)]
    [InlineData(SmallContent.Types)]
    [InlineData(SmallContent.Country)]
    public void Read_WhenAFileIsNotYaml_NamesFileAndLine(string file)
    {
        var line = content.Replace(file, "original: en", "original: [en");

        Assert.Contains(
            content.Faults(),
            fault => fault.File == file && fault.Line >= line && fault.Message.StartsWith("This is not valid YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhenAFileOfAnOrganisationIsNotYaml_ReportsNothingThatFollowsFromIt()
    {
        content.Replace(SmallContent.Helpers, "search: [help]", "search: [help");

        Assert.StartsWith("This is not valid YAML", Assert.Single(content.Faults()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenAKeyStandsTwice_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "search: [help]", "search: [help]\nsearch: [aid]");

        content.AssertOnlyFault(SmallContent.Helpers, line + 1, "search");
    }

    [Fact]
    public void Read_WhenALineIsIndentedWithATab_NamesThatLine()
    {
        var line = content.Replace(SmallContent.Helpers, "search: [help]", "search:\n\t- help");

        content.AssertOnlyFault(SmallContent.Helpers, line + 1, "A tab stands at the start of this line");
    }

    [Fact]
    public void Read_WhenAFileIsNotUtf8_NamesIt()
    {
        File.WriteAllBytes(Path.Combine(content.Path, SmallContent.Helpers), [0x6E, 0x61, 0x6D, 0x65, 0x3A, 0x20, 0xCC, 0xE0, 0xF0]);

        content.AssertOnlyFault(SmallContent.Helpers, 0, "not UTF-8");
    }

    [Fact]
    public void Read_WhenALanguageIsWrong_ReportsNothingOfOtherFiles()
    {
        var line = content.Replace(SmallContent.Languages, "tag: ru", "tag: RU");

        var faults = content.Faults();
        Assert.All(faults, fault => Assert.Equal((SmallContent.Languages, line), (fault.File, fault.Line)));
        Assert.Contains(faults, fault => fault.Message.Contains("'RU' is not a language tag", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhenThereIsNoHotlineType_SaysSo()
    {
        var types = File.ReadAllText(Path.Combine(content.Path, SmallContent.Types));
        content.Write(SmallContent.Types, types.Replace("hotline: true", "hotline: false", StringComparison.Ordinal));

        content.AssertOnlyFault(SmallContent.Types, 0, "Exactly one type has 'hotline: true'");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    public void Read_WhenAFileIsEmpty_NamesIt(string text)
    {
        content.Write(SmallContent.Helpers, text);

        content.AssertOnlyFault(SmallContent.Helpers, 1, "The file is empty");
    }

    [Fact]
    public void Read_WhenAFileHoldsAListOnly_NamesIt()
    {
        content.Write(SmallContent.Audiences, "- women\n");

        Assert.Contains(content.Faults(), fault => fault is { File: SmallContent.Audiences, Line: 1, Message: "Expected keys and values ('key: value') here." });
    }

    [Theory]
    [InlineData("testland/steps/7-epilogue.en.md")]
    [InlineData("testland/steps/1-encounter.de.md")]
    [InlineData("testland/steps/notes.txt")]
    [InlineData("testland/organisations/helpers.yml")]
    [InlineData("testland/organisations/helpers.yaml~")]
    public void Read_WhenAFileIsNotExpected_NamesIt(string file)
    {
        content.Write(file, "slug: others\n");

        content.AssertOnlyFault(file, 0, "No file of this name is expected here");
    }

    [Fact]
    public void Read_WhenTheFolderOfOrganisationsIsMissing_NamesIt()
    {
        content.DeleteFolder("testland/organisations");

        content.AssertOnlyFault("testland/organisations", 0, "The folder is missing");
    }

    [Fact]
    public void Read_WhenTheFolderOfStepsIsMissing_NamesEachFile()
    {
        content.DeleteFolder("testland/steps");

        var faults = content.Faults();

        Assert.Equal(12, faults.Length);
        Assert.All(faults, fault => Assert.StartsWith("testland/steps/", fault.File, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhenTheFileOfACountryIsMissing_NamesIt()
    {
        content.Delete(SmallContent.Country);

        Assert.Contains(new ContentFault(SmallContent.Country, 0, "The file is missing."), content.Faults());
    }

    [Fact]
    public void Read_WhenThereIsNoCountry_SaysSo()
    {
        content.DeleteFolder("testland");

        content.AssertOnlyFault("", 0, "There is no country");
    }

    [Fact]
    public void Read_WhenTheContentFolderDoesNotExist_IsReportedAsAFault()
    {
        var faults = Assert.Throws<ContentFaultException>(() => ContentReader.Read(Path.Combine(content.Path, "nowhere"))).Faults;

        Assert.Contains(new ContentFault("languages.yaml", 0, "The file is missing."), faults);
    }

    [Fact]
    public void Read_WhenThereAreManyFaults_ReportsAllOfThemByFileAndLine()
    {
        var phone = content.Replace(SmallContent.Helpers, "+7 812 717 35 31", "12345");
        var type = content.Replace(SmallContent.Helpers, "types: [talk, shelter]", "types: [talk, sheltr]");
        var state = content.Replace(SmallContent.Step, "translation: original", "translation: finished");
        var flag = content.Replace(SmallContent.Country, "free: true", "free: never");
        content.Delete(SmallContent.StepInRussian);

        Assert.Equal(
            [
                (SmallContent.Country, flag),
                (SmallContent.Helpers, type),
                (SmallContent.Helpers, phone),
                (SmallContent.Step, state),
                (SmallContent.StepInRussian, 0),
            ],
            content.Faults().Select(fault => (fault.File, fault.Line)));
    }

    [Fact]
    public void ToString_OfAFault_IsTheFormThatEditorsLink() =>
        Assert.Equal("a/b.yaml:3: Wrong.", new ContentFault("a/b.yaml", 3, "Wrong.").ToString());

    public void Dispose() => content.Dispose();
}
