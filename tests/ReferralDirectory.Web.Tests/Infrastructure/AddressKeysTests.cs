using System.Net;
using ReferralDirectory.Testing;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Tests.Infrastructure;

public sealed class AddressKeysTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:eeee:dddd:cccc", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.2", false)]
    public void Of_AnAddress_IsThatOfItsNetwork_WhereItsOwnerChoosesTheRest(string one, string other, bool isSame)
    {
        var keys = new AddressKeys(new TestClock());

        Assert.Equal(isSame, Of(one) == Of(other));

        string Of(string address) => keys.Of(AddressKeys.NetworkOf(IPAddress.Parse(address)), out _);
    }
}
