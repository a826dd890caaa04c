using System.Text.Encodings.Web;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Tests.Infrastructure;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("[help](https://evil.example)", "<p>help</p>")]
    [InlineData("<https://evil.example>", "<p>https://evil.example</p>")]
    [InlineData("[help]\n\n> [help]: https\\:/\\/evil\\.example", "<p>help</p>")]
    [InlineData("[a\\]b]\n\n[a\\]b]: https\\:/\\/evil\\.example", "<p>a]b</p>")]
    [InlineData("![help](https://evil.example/x.png)", "<p>help</p>")]
    [InlineData("**112** is *free*", "<p><strong>112</strong> is <em>free</em></p>")]
    public void ToHtml_LeavesNoLink_HoweverItIsWritten(string text, string expected)
    {
        using var html = new StringWriter();
        Markdown.ToHtml(text).WriteTo(html, HtmlEncoder.Default);

        Assert.StartsWith(expected, html.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<a", html.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html.ToString(), StringComparison.Ordinal);
    }
}
