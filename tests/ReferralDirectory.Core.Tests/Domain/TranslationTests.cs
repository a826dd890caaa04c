using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

public sealed class TranslationTests
{
    [Theory]
    // The first is a test vector of FIPS 180-4; the second the same sum of "Да" in UTF-8, made with sha256sum.
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("Да", "93e6073f9005224b87428f26194784deb52ed7c12da309105f100db2b2a06299")]
    public void HashOf_IsTheSha256OfTheUtf8Text(string text, string expected) =>
        Assert.Equal(expected, Translation.HashOf(text));

    [Fact]
    public void HashOf_ForAChangedText_Changes() =>
        Assert.NotEqual(Translation.HashOf("A bed."), Translation.HashOf("A bed"));
}
