using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("Safe House")]
    [InlineData("Кризисный центр «Ёлка» – 24/7")]
    [InlineData("Übergangshaus № 5 & Co.")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u0915\u094D\u200D\u0937")]
    [InlineData("☎\uFE0F 112")]
    [InlineData("👍")]
    public void IsLine_OfWhatIsSeen_IsTrue(string text) => Assert.True(VisibleText.IsLine(text));

    [Theory]
    [InlineData("\u200B")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u200Db")]
    [InlineData("а\u200Cб")]
    [InlineData("\u0645\u200C")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2066b")]
    [InlineData("a\u00ADb")]
    [InlineData("\uFEFFa")]
    [InlineData("a\u2028b")]
    [InlineData("a\u0378b")]
    [InlineData("a\uE000b")]
    [InlineData("a\U000E0041b")]
    [InlineData("a\U000E0101b")]
    [InlineData("a\u3164b")]
    [InlineData("a\uFFA0b")]
    [InlineData("a\u115Fb")]
    [InlineData("a\u2800b")]
    [InlineData("a\u034Fb")]
    [InlineData("a\uFE0Fb")]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    [InlineData("a\u007Fb")]
    public void IsLine_OfWhatIsNotSeen_OrTurnsAround_IsFalse(string text) => Assert.False(VisibleText.IsLine(text));

    [Fact]
    public void IsLine_OfHalfACharacter_IsFalse() => Assert.False(VisibleText.IsLine("a\uD800b"));

    [Fact]
    public void IsText_MayHaveSeveralLines() => Assert.True(VisibleText.IsText("One.\n\nTwo."));

    [Theory]
    [InlineData("", false)]
    [InlineData(" – ", false)]
    [InlineData("👍", false)]
    [InlineData("\u3164", false)]
    [InlineData("я", true)]
    [InlineData("5", true)]
    public void HasWord_NeedsALetterOrADigit(string text, bool expected) => Assert.Equal(expected, VisibleText.HasWord(text));
}
