using ReferralDirectory.Core.Accounts;

namespace ReferralDirectory.Core.Tests.Accounts;

public sealed class OneTimeSecretTests
{
    [Fact]
    public void ReadCode_FindsACode_HoweverItWasTyped()
    {
        var code = OneTimeSecret.NewCode();

        Assert.Matches("^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$", code);
        Assert.Equal(code, OneTimeSecret.ReadCode(code));
        Assert.Equal(code, OneTimeSecret.ReadCode($" {code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)} "));
    }

    [Theory]
    [InlineData("123456")]
    [InlineData("")]
    [InlineData("ABCD-EFGH-JKLM")]
    [InlineData("OOOO-IIII-1111-0000")]
    public void ReadCode_IsNull_WhereItIsNone(string typed) => Assert.Null(OneTimeSecret.ReadCode(typed));

    [Fact]
    public void Tokens_AreNeverTheSame() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => OneTimeSecret.NewToken()).Distinct().Count());
}
