using System.Text;
using ReferralDirectory.Core.Accounts;

namespace ReferralDirectory.Core.Tests.Accounts;

public sealed class AuthenticatorCodesTests
{
    private static readonly byte[] RfcKey = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B; its codes have eight digits, ours their last six.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeAt_IsThatOfTheRfc(long seconds, string expected) =>
        Assert.Equal(expected, AuthenticatorCodes.CodeAt(RfcKey, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void Spell_IsThatOfRfc4648()
    {
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", AuthenticatorCodes.Spell(RfcKey));
        Assert.Equal("MZXW6YTB", AuthenticatorCodes.Spell("fooba"u8));
        Assert.Equal("MZXW6", AuthenticatorCodes.Spell("foo"u8));
    }

    [Theory]
    [InlineData(-31, true)]
    [InlineData(0, true)]
    [InlineData(31, true)]
    [InlineData(-91, false)]
    [InlineData(91, false)]
    public void Check_TakesACode_OfAClockThatIsALittleOff(int seconds, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var code = AuthenticatorCodes.CodeAt(RfcKey, now.AddSeconds(seconds));

        Assert.Equal(taken, AuthenticatorCodes.Check(RfcKey, code, now, 0) is not null);
    }

    [Fact]
    public void Check_TakesNoCode_OfTheLastStepOrAnEarlierOne()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var step = AuthenticatorCodes.Check(RfcKey, AuthenticatorCodes.CodeAt(RfcKey, now), now, 0)!.Value;

        Assert.Null(AuthenticatorCodes.Check(RfcKey, AuthenticatorCodes.CodeAt(RfcKey, now), now, step));
        Assert.Null(AuthenticatorCodes.Check(RfcKey, AuthenticatorCodes.CodeAt(RfcKey, now.AddSeconds(-30)), now, step));
        Assert.NotNull(AuthenticatorCodes.Check(RfcKey, AuthenticatorCodes.CodeAt(RfcKey, now.AddSeconds(30)), now.AddSeconds(30), step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("١٢٣٤٥٦")]
    public void Check_RefusesWhatIsNoCode(string code) => Assert.Null(AuthenticatorCodes.Check(RfcKey, code, DateTimeOffset.UnixEpoch.AddDays(1), 0));
}
