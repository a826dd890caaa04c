using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+7 812 717 35 31")]
    [InlineData("(+7) 812 717-35-31")]
    [InlineData("8 (812) 717-35-31")]
    [InlineData("812 717 35 31")]
    [InlineData("+78127173531")]
    [InlineData("8 10 7 812 717 35 31")]
    public void TryParse_ForEveryUsualSpelling_GivesTheSameNumber(string text)
    {
        Assert.True(PhoneNumber.TryParse(text, "RU", out var number));
        Assert.Equal("+78127173531", number.E164);
        Assert.Equal("+78127173531", number.ToString());
    }

    [Fact]
    public void TryParse_WithoutCountryCode_ReadsItAsOfTheCountry()
    {
        Assert.True(PhoneNumber.TryParse("020 7946 0018", "GB", out var number));
        Assert.Equal("+442079460018", number.E164);
    }

    [Fact]
    public void TryParse_WithCountryCode_DoesNotMindTheCountry()
    {
        Assert.True(PhoneNumber.TryParse("+44 20 7946 0018", "RU", out var number));
        Assert.Equal("+442079460018", number.E164);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("call us")]
    [InlineData("112")]
    [InlineData("+7 812 717 35 3")]
    [InlineData("+7 812 717 35 31 9")]
    [InlineData("+7 012 717 35 31")]
    [InlineData("+999 812 717 35 31")]
    [InlineData("+7 812 717 35 31 ext. 5")]
    [InlineData("+7 812 717 35 31, доб. 5")]
    public void TryParse_ForNoNumberOfTheNumberingPlan_IsFalse(string? text)
    {
        Assert.False(PhoneNumber.TryParse(text, "RU", out var number));
        Assert.Null(number);
    }

    [Theory]
    [InlineData("RU")]
    [InlineData("XX")]
    [InlineData(null)]
    public void TryParse_WithoutCountryCodeAndACountryThatDoesNotFit_IsFalse(string? country) =>
        Assert.False(PhoneNumber.TryParse("717 35 31", country, out _));

    [Theory]
    [InlineData("+7 800 550 7140", true)]
    [InlineData("8 (800) 333-00-16", true)]
    [InlineData("+7 812 717 35 31", false)]
    [InlineData("+7 902 763 8708", false)]
    [InlineData("+7 499 901 0201", false)]
    public void IsFree_IsTrueForNumbersTheNumberingPlanMakesFree(string text, bool expected)
    {
        Assert.True(PhoneNumber.TryParse(text, "RU", out var number));
        Assert.Equal(expected, number.IsFree);
    }

    [Fact]
    public void Formats_AreAsPeopleWriteThem()
    {
        var number = PhoneNumber.FromE164("+78005507140");

        Assert.Equal("8 (800) 550-71-40", number.National);
        Assert.Equal("+7 800 550-71-40", number.International);
    }

    [Theory]
    [InlineData("8 800 550 7140")]
    [InlineData("+7 800")]
    [InlineData("")]
    public void FromE164_ForTextThatIsNotE164_Throws(string text) =>
        Assert.Throws<FormatException>(() => PhoneNumber.FromE164(text));

    [Theory]
    [InlineData("RU", true)]
    [InlineData("KZ", true)]
    [InlineData("ru", false)]
    [InlineData("XX", false)]
    [InlineData("001", false)]
    [InlineData("", false)]
    public void IsCountryCode_IsTrueForUpperCaseCodesOfCountries(string text, bool expected) =>
        Assert.Equal(expected, PhoneNumber.IsCountryCode(text));

    [Fact]
    public void MaxLength_HoldsTheLongestNumberOfE164() => Assert.Equal(PhoneNumber.MaxLength, "+123456789012345".Length);
}
