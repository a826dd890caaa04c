using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

/// <summary>The literals were made with another implementation of RFC 9562 (Python's uuid5), so both must agree.</summary>
public sealed class StableIdTests
{
    [Theory]
    [InlineData("9b4e8cbd-d172-537d-97ca-b8ed70880c69", "country", "russian-federation")]
    [InlineData("f9bdff5d-9471-5abd-9cf0-2218c3bc2d30", "source", "russian-federation", "guide")]
    [InlineData("ebe5b2e6-094f-5ada-8a41-3ec14d7b1cd9", "place", "russian-federation", "moscow")]
    [InlineData("244de43e-d8dd-52b1-a88e-ef00d9d10638", "assistance-type", "hotline")]
    [InlineData("e8e7fde6-313a-5c4b-a9e9-f73f277e9fe2", "country", "россия")]
    public void Of_AKnownPath_NeverChanges(string expected, params string[] path) =>
        Assert.Equal(Guid.Parse(expected), StableId.Of(path));

    [Theory]
    [InlineData("country", "russian-federation")]
    [InlineData("organisation", "russian-federation", "iom-moscow")]
    [InlineData("")]
    public void Of_AnyPath_IsANameBasedUuidOfRfc9562(params string[] path)
    {
        var bytes = StableId.Of(path).ToByteArray(bigEndian: true);

        Assert.Equal(5, bytes[6] >> 4);
        Assert.Equal(0b10, bytes[8] >> 6);
    }

    [Fact]
    public void Of_PathsThatReadAlikeWhenJoined_AreDifferent()
    {
        Assert.NotEqual(StableId.Of("ab", "c"), StableId.Of("a", "bc"));
        Assert.NotEqual(StableId.Of("abc"), StableId.Of("ab", "c"));
    }
}
