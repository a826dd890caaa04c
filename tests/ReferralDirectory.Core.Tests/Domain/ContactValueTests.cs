using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Domain;

public sealed class ContactValueTests
{
    [Theory]
    [InlineData(ContactKind.Website, "https://example.org/a?b=c#d")]
    [InlineData(ContactKind.Website, "www.example.org")]
    [InlineData(ContactKind.Website, "https://ru.example.org/вики/Помощь")]
    [InlineData(ContactKind.Website, "https://помощь.рф")]
    [InlineData(ContactKind.Messenger, "https://t.me/example_bot")]
    [InlineData(ContactKind.Email, "first.last+tag@example.org")]
    [InlineData(ContactKind.Email, "help@помощь.рф")]
    [InlineData(ContactKind.Email, "письмо@помощь.рф")]
    public void Read_OfAnAddress_IsTheAddress(ContactKind kind, string text) => Assert.Equal(text, ContactValue.Read(kind, text, "RU"));

    [Theory]
    [InlineData(ContactKind.Website, "https://good.example/\u202Emoc.live")]
    [InlineData(ContactKind.Website, "https://x.com/\u200B")]
    [InlineData(ContactKind.Website, "https://exam\u200Bple.org")]
    [InlineData(ContactKind.Website, "https://exam\u00ADple.org")]
    [InlineData(ContactKind.Website, "https://example\u3002org")]
    [InlineData(ContactKind.Website, "https://good.example\u2044path.evil.example")]
    [InlineData(ContactKind.Website, "https://ｅxample.org")]
    [InlineData(ContactKind.Email, "a\u202E@b.com")]
    [InlineData(ContactKind.Email, "a\u200B@b.com")]
    [InlineData(ContactKind.Email, "a@b\u200B.com")]
    [InlineData(ContactKind.Email, "a@b")]
    [InlineData(ContactKind.Email, "а@b.com")]
    [InlineData(ContactKind.Email, "hеlp@помощь.рф")]
    public void Read_OfWhatHidesOrTurns_IsNull(ContactKind kind, string text) => Assert.Null(ContactValue.Read(kind, text, "RU"));

    [Theory]
    [InlineData("https://аррӏе.com", "xn--80ak6aa92e.com")]
    [InlineData("https://gооgle.example/a", "xn--ggle-55da.example")]
    [InlineData("help@аррӏе.com", "xn--80ak6aa92e.com")]
    [InlineData("https://помощь.рф/a", null)]
    [InlineData("https://übergang.example", null)]
    [InlineData("https://example.org", null)]
    [InlineData("help@example.org", null)]
    [InlineData("+78127173531", null)]
    public void AsciiHost_IsThatOfMixedScripts(string value, string? expected) => Assert.Equal(expected, ContactValue.AsciiHost(value));
}
