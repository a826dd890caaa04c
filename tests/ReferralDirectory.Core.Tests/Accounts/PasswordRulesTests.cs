using ReferralDirectory.Core.Accounts;

namespace ReferralDirectory.Core.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("copper lantern 42 sleeps quietly")]
    [InlineData("зелёный чайник едет в трамвае")]
    [InlineData("xK9#vQ2!mZ7&pL4")]
    [InlineData("when the heron left the pier")]
    [InlineData("  spaces around are fine  ")]
    public void Check_TakesWhatIsLongAndNotTheFirstToBeGuessed(string password) =>
        Assert.Null(PasswordRules.Check(password, "night.shift@ngo.example", "Night Shift", "Referral Directory"));

    [Theory]
    [InlineData("xK9#vQ2!mZ7&pL", PasswordFault.TooShort)]
    [InlineData("", PasswordFault.TooShort)]
    [InlineData("passwordpassword", PasswordFault.Common)]
    [InlineData("Password Password 1", PasswordFault.Common)]
    [InlineData("Correct-Horse-Battery-Staple", PasswordFault.Common)]
    [InlineData("самый сложный пароль", PasswordFault.Common)]
    [InlineData("ghbdtnghbdtnghbdtn", PasswordFault.Common)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordFault.Pattern)]
    [InlineData("abcabcabcabcabcabc", PasswordFault.Pattern)]
    [InlineData("xk9vq2mxk9vq2mxk9vq2m", PasswordFault.Pattern)]
    [InlineData("poiuytrewqlkjhgfdsa", PasswordFault.Pattern)]
    [InlineData("йцукенгшщзфывапролд", PasswordFault.Pattern)]
    [InlineData("9876543210 98765 xyz", PasswordFault.Pattern)]
    [InlineData("Night Shift Night Shift 1", PasswordFault.Personal)]
    [InlineData("night.shift@ngo.example", PasswordFault.Personal)]
    [InlineData("my Referral Directory", PasswordFault.Personal)]
    public void Check_NamesWhatIsWrong(string password, PasswordFault expected) =>
        Assert.Equal(expected, PasswordRules.Check(password, "night.shift@ngo.example", "Night Shift", "Referral Directory"));

    [Fact]
    public void Check_RefusesWhatWouldOnlyCostTime() => Assert.Equal(PasswordFault.TooLong, PasswordRules.Check(new string('x', PasswordRules.MaxLength + 1)));
}
