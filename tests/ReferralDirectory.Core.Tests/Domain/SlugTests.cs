using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

public sealed class SlugTests
{
    [Theory]
    [InlineData("women")]
    [InlineData("red-cross-saint-petersburg")]
    [InlineData("24-7")]
    [InlineData("a")]
    public void TryParse_ForWordsJoinedByHyphens_KeepsTheText(string text)
    {
        Assert.True(Slug.TryParse(text, out var slug));
        Assert.Equal(text, slug.Value);
        Assert.Equal(text, slug.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Women")]
    [InlineData("two words")]
    [InlineData("two_words")]
    [InlineData("two--words")]
    [InlineData("-women")]
    [InlineData("women-")]
    [InlineData("женщины")]
    [InlineData("café")]
    [InlineData("women\n")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("%20")]
    public void TryParse_ForAnythingElse_IsFalse(string? text)
    {
        Assert.False(Slug.TryParse(text, out var slug));
        Assert.Null(slug);
    }

    [Theory]
    [InlineData(Slug.MaxLength, true)]
    [InlineData(Slug.MaxLength + 1, false)]
    public void TryParse_AtTheLimitOfLength_KeepsToIt(int length, bool expected) =>
        Assert.Equal(expected, Slug.TryParse(new string('a', length), out _));

    [Fact]
    public void Parse_ForTextThatIsNoSlug_Throws() =>
        Assert.Contains("'No Slug'", Assert.Throws<FormatException>(() => Slug.Parse("No Slug")).Message, StringComparison.Ordinal);

    [Fact]
    public void Equals_ForTheSameText_IsTrue() => Assert.Equal(Slug.Parse("women"), Slug.Parse("women"));
}
