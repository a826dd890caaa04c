using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("http://example.org/a/b.htm", "http://example.org/a/b.htm")]
    [InlineData("www.example.org", "http://www.example.org/")]
    [InlineData("example.org:8080/a", "http://example.org:8080/a")]
    [InlineData("HTTPS://EXAMPLE.ORG/Path", "https://example.org/Path")]
    [InlineData("https://пример.рф", "https://пример.рф/")]
    public void TryParse_ForAnAddressAsPrinted_LeadsThere(string text, string expected) =>
        Assert.Equal(expected, WebAddress.TryParse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("example")]
    [InlineData("http://localhost")]
    [InlineData("http://192.0.2.1")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("ftp://example.org")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://example.org/%0aalert(1)")]
    [InlineData("data:text/html,example.org")]
    [InlineData("mailto:help@example.org")]
    [InlineData("help@example.org")]
    [InlineData("https://user:secret@example.org")]
    [InlineData("https://example.org/a b")]
    [InlineData("example.org\n")]
    [InlineData("see example.org")]
    [InlineData("https://")]
    [InlineData("//example.org")]
    public void TryParse_ForAnythingElse_IsNull(string text) => Assert.Null(WebAddress.TryParse(text));
}
