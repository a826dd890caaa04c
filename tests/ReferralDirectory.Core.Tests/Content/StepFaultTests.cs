namespace ReferralDirectory.Core.Tests.Content;

public sealed class StepFaultTests : IDisposable
{
    private readonly SmallContent content = new();

    [Fact]
    public void Read_WhenTheFileOfAStepIsMissing_NamesIt()
    {
        content.Delete(SmallContent.StepInRussian);

        content.AssertOnlyFault(SmallContent.StepInRussian, 0, "The file is missing");
    }

    [Fact]
    public void Read_WhenAPartIsMissing_NamesTheFileAndThePart()
    {
        content.Replace(SmallContent.Step, "# not-here\n\n- Nothing else.", "Nothing else.");

        var fault = Assert.Single(content.Faults());
        Assert.Equal(SmallContent.Step, fault.File);
        Assert.Equal("'# not-here' must stand exactly once; it stands 0 times.", fault.Message);
    }

    [Fact]
    public void Read_WhenAPartStandsTwice_NamesTheSecond()
    {
        var line = content.Replace(SmallContent.Step, "# not-here", "# for-you\n\nAgain.\n\n# not-here");

        content.AssertOnlyFault(SmallContent.Step, line, "'# for-you' must stand exactly once; it stands 2 times");
    }

    [Fact]
    public void Read_WhenAPartIsUnknown_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Step, "# not-here", "# for-nobody\n\nText.\n\n# not-here");

        content.AssertOnlyFault(SmallContent.Step, line, "'# for-nobody' is not a part");
    }

    [Fact]
    public void Read_WhenAPartIsEmpty_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Step, "You can call **112**.\n", "");

        content.AssertOnlyFault(SmallContent.Step, line - 2, "The part 'for-you' has 0 characters");
    }

    [Fact]
    public void Read_WhenAPartIsTooLong_SaysHowLongItMayBe()
    {
        var line = content.Replace(SmallContent.Step, "You can call **112**.", new string('a', 6001));

        content.AssertOnlyFault(SmallContent.Step, line - 2, "The part 'for-you' has 6001 characters; 1 to 6000 are allowed");
    }

    [Theory]
    [InlineData("<b>bold</b>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<!-- hidden -->")]
    [InlineData("a line\\\n<br/>")]
    [InlineData("[a link](page)")]
    [InlineData("see https://example.org")]
    [InlineData("see <mailto:help@example.org>")]
    [InlineData("![a picture](picture.png)")]
    [InlineData("## A heading")]
    [InlineData(" # A heading")]
    [InlineData("A heading\n=========")]
    [InlineData("A heading\n---")]
    [InlineData("[a]: page")]
    public void Read_WhenAPartHoldsMoreThanTextAndLists_NamesFileAndLine(string text)
    {
        var line = content.Replace(SmallContent.Step, "You can call **112**.", text);

        content.AssertOnlyFault(SmallContent.Step, line + text.Count(c => c == '\n'), "no headings, HTML, links or pictures");
    }

    [Theory]
    [InlineData("1 < 2 and a > b")]
    [InlineData("*Emphasis* and **strength**.")]
    [InlineData("1. first\n2. second")]
    [InlineData("- item (with brackets) [and more]")]
    public void Read_WhenAPartHoldsTextAndLists_ReportsNothing(string text)
    {
        content.Replace(SmallContent.Step, "You can call **112**.", text);

        Assert.NotNull(content.Read());
    }

    [Fact]
    public void Read_WhenAPartHoldsAControlCharacter_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Step, "You can call **112**.", "You can \u0007 call.");

        content.AssertOnlyFault(SmallContent.Step, line, "control character");
    }

    [Fact]
    public void Read_WhenTwoFilesOfAStepAreTheOriginal_NamesTheStep()
    {
        content.Replace(SmallContent.StepInRussian, "translation: unreviewed", "translation: original");

        content.AssertOnlyFault(SmallContent.Step, 1, "The step 'encounter' has 2 files with 'translation: original'");
    }

    [Fact]
    public void Read_WhenNoFileOfAStepIsTheOriginal_NamesTheStep()
    {
        content.Replace(SmallContent.Step, "translation: original", "translation: reviewed");

        content.AssertOnlyFault(SmallContent.Step, 1, "The step 'encounter' has 0 files with 'translation: original'");
    }

    [Theory]
    [InlineData("translation: original", "translation: final", "'translation' is 'final': write one of original, reviewed, unreviewed")]
    [InlineData("source: guide", "source: gide", "no source 'gide'")]
    [InlineData("source: guide", "source: guide\nauthor: me", "'author' is not known here")]
    [InlineData("title: Step 1", "title: This title is a good deal longer than forty", "'title' has 43 characters; 40 are allowed")]
    public void Read_WhenTheHeadIsWrong_NamesFileAndLine(string old, string @new, string message)
    {
        var line = content.Replace(SmallContent.Step, old, @new) + @new.Count(c => c == '\n');

        Assert.Contains(
            content.Faults(),
            fault => fault.File == SmallContent.Step && fault.Line == line && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhenTheHeadIsNotYaml_NamesTheLineInTheFile()
    {
        var line = content.Replace(SmallContent.Step, "summary: What happens.", "summary: \"What happens.");

        var fault = Assert.Single(content.Faults());
        Assert.Equal(SmallContent.Step, fault.File);
        Assert.InRange(fault.Line, line, line + 3);
        Assert.StartsWith("This is not valid YAML", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# for-you\n\nText.\n")]
    [InlineData("---\ntitle: No end\n")]
    public void Read_WhenThereIsNoHead_NamesFileAndLine(string text)
    {
        content.Write(SmallContent.Step, text);

        content.AssertOnlyFault(SmallContent.Step, 1, "settings between two lines of '---'");
    }

    public void Dispose() => content.Dispose();
}
