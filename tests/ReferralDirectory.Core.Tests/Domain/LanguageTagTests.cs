using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("tyv")]
    [InlineData("uz-Cyrl")]
    [InlineData("pt-BR")]
    [InlineData("zh-Hant-TW")]
    public void TryParse_ForATagInTheRecommendedCase_KeepsIt(string text)
    {
        Assert.True(LanguageTag.TryParse(text, out var tag));
        Assert.Equal(text, tag.Value);
        Assert.True(text.Length <= LanguageTag.MaxLength);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EN")]
    [InlineData("e")]
    [InlineData("english")]
    [InlineData("en-us")]
    [InlineData("en_US")]
    [InlineData("uz-cyrl")]
    [InlineData("pt-BR-Latn")]
    [InlineData("en ")]
    [InlineData("en\n")]
    [InlineData("ру")]
    public void TryParse_ForAnythingElse_IsFalse(string? text)
    {
        Assert.False(LanguageTag.TryParse(text, out var tag));
        Assert.Null(tag);
    }

    [Fact]
    public void Parse_ForTextThatIsNoTag_Throws() =>
        Assert.Contains("'English'", Assert.Throws<FormatException>(() => LanguageTag.Parse("English")).Message, StringComparison.Ordinal);
}
