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
    [InlineData("gentle otter parade window")]
    [InlineData("orange horse battery cloud")]
    [InlineData("лимон трактор облако гитара")]
    [InlineData("бабушка рисует зелёную луну")]
    [InlineData("tidyotterparadewindow")]
    [InlineData("q7Lw-93kd-Zp5x-vN2e")]
    [InlineData("#q%W!x&)d^2;@+_Kz")]
    [InlineData("the owl, the pussycat and the sea")]
    [InlineData("meine drei gelben Fahrräder")]
    [InlineData("зимою password лежит под снегом")]
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
    [InlineData("password1234567", PasswordFault.Common)]
    [InlineData("P@ssw0rd1234567", PasswordFault.Common)]
    [InlineData("p.a.s.s.w.o.r.d.1.2.3", PasswordFault.Common)]
    [InlineData("Password!@#$%^&*()", PasswordFault.Common)]
    [InlineData("Summer2024Winter2025!", PasswordFault.Common)]
    [InlineData("Admin-Admin-2026-!!!", PasswordFault.Common)]
    [InlineData("ILoveAleksandrForever", PasswordFault.Common)]
    [InlineData("pass word pass word pass word", PasswordFault.Common)]
    [InlineData("Пароль1234567890", PasswordFault.Common)]
    [InlineData("Наташа Наташа 1985", PasswordFault.Common)]
    [InlineData("Yfnfif Yfnfif 1985", PasswordFault.Common)]
    [InlineData("зфыыцщкв1234567", PasswordFault.Common)]
    [InlineData("Ｐａｓｓｗｏｒｄ１２３４５６７", PasswordFault.Common)]
    [InlineData("this is my password 2026", PasswordFault.Common)]
    [InlineData("qazwsxedcrfvtgb", PasswordFault.Pattern)]
    [InlineData("йфяцычувскамепи", PasswordFault.Pattern)]
    [InlineData("1qaz2wsx3edc4rfv", PasswordFault.Pattern)]
    [InlineData("zaq12wsxcde34rfv", PasswordFault.Pattern)]
    [InlineData("a1b2c3d4e5f6g7h8", PasswordFault.Pattern)]
    [InlineData("q1w2e3r4t5y6u7i8", PasswordFault.Pattern)]
    [InlineData("1й2ц3у4к5е6н7г8ш", PasswordFault.Pattern)]
    [InlineData("qwerty asdfgh 12345", PasswordFault.Pattern)]
    [InlineData("йцукен фывапр ячсмит", PasswordFault.Pattern)]
    [InlineData("!@#$%^&*()_+qwerty", PasswordFault.Pattern)]
    [InlineData("01.01.1990 31.12.1990", PasswordFault.Pattern)]
    [InlineData("blue kettle 1 blue kettle 2", PasswordFault.Pattern)]
    [InlineData("синий чайник синий чайник", PasswordFault.Pattern)]
    [InlineData("abcabcabcabcabcabc", PasswordFault.Pattern)]
    [InlineData("xk9vq2mxk9vq2mxk9vq2m", PasswordFault.Pattern)]
    [InlineData("poiuytrewqlkjhgfdsa", PasswordFault.Pattern)]
    [InlineData("йцукенгшщзфывапролд", PasswordFault.Pattern)]
    [InlineData("9876543210 98765 xyz", PasswordFault.Pattern)]
    [InlineData("Night Shift Night Shift 1", PasswordFault.Personal)]
    [InlineData("night.shift@ngo.example", PasswordFault.Personal)]
    [InlineData("N1ght Sh1ft N1ght Sh1ft", PasswordFault.Personal)]
    [InlineData("Тшпре Ыршае 2026!", PasswordFault.Personal)]
    [InlineData("ReferralDirectory1", PasswordFault.Personal)]
    [InlineData("my Referral Directory", PasswordFault.Personal)]
    public void Check_NamesWhatIsWrong(string password, PasswordFault expected) =>
        Assert.Equal(expected, PasswordRules.Check(password, "night.shift@ngo.example", "Night Shift", "Referral Directory"));

    [Fact]
    public void Check_TakesNoLongTime_HoweverLongThePassword() =>
        Assert.Equal(PasswordFault.Pattern, PasswordRules.Check(string.Concat(Enumerable.Repeat("a1b2", PasswordRules.MaxLength / 4)), "night.shift@ngo.example"));

    [Fact]
    public void Check_OfHalfACharacter_IsNoAccident() => Assert.Null(PasswordRules.Check("gentle otter \uD800 parade window"));

    [Fact]
    public void Check_RefusesWhatWouldOnlyCostTime() => Assert.Equal(PasswordFault.TooLong, PasswordRules.Check(new string('x', PasswordRules.MaxLength + 1)));
}
