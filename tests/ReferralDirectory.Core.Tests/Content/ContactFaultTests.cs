namespace ReferralDirectory.Core.Tests.Content;

public sealed class ContactFaultTests : IDisposable
{
    private const string Phone = "phone: \"+7 812 717 35 31\"";
    private const string Email = "email: help@example.org";
    private const string Website = "website: www.example.org";
    private const string Confirmed = "{ on: 2026-01-31, how: called, by: The team }";

    private readonly SmallContent content = new();

    [Theory]
    [InlineData("+7 812 717 35 3")]
    [InlineData("+7 812 717 35 31 99")]
    [InlineData("+7 012 717 35 31")]
    [InlineData("+999 812 717 35 31")]
    [InlineData("112")]
    [InlineData("ask at the door")]
    [InlineData("+7 812 717 ABCD")]
    public void Read_WhenANumberCannotExist_NamesFileAndLine(string number)
    {
        var line = content.Replace(SmallContent.Helpers, Phone, $"phone: \"{number}\"");

        content.AssertOnlyFault(SmallContent.Helpers, line, $"'{number}' is not a telephone number");
    }

    [Theory]
    [InlineData("help")]
    [InlineData("help@example")]
    [InlineData("@example.org")]
    [InlineData("help@")]
    [InlineData("help@@example.org")]
    [InlineData("help at example.org")]
    [InlineData("he lp@example.org")]
    [InlineData("Helpers <help@example.org>")]
    [InlineData("help@example.org, more@example.org")]
    [InlineData("help@example.org?cc=more@example.org")]
    [InlineData("help@example..org")]
    [InlineData("help@example.org.")]
    [InlineData("mailto:help@example.org")]
    public void Read_WhenAnEmailAddressIsWrong_NamesFileAndLine(string address)
    {
        var line = content.Replace(SmallContent.Helpers, Email, $"email: \"{address}\"");

        content.AssertOnlyFault(SmallContent.Helpers, line, $"'{address}' is not an e-mail address");
    }

    [Theory]
    [InlineData("example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org")]
    [InlineData("https://")]
    [InlineData("https://user:secret@example.org")]
    [InlineData("www.example.org www.example.com")]
    public void Read_WhenAWebAddressIsWrong_NamesFileAndLine(string address)
    {
        var line = content.Replace(SmallContent.Helpers, Website, $"website: \"{address}\"");

        content.AssertOnlyFault(SmallContent.Helpers, line, $"'{address}' is not a web address");
    }

    [Fact]
    public void Read_WhenAConfirmationLiesInTheFuture_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, Phone, $"{Phone}\n    confirmed: {{ on: 2999-01-31, how: called, by: The team }}");

        content.AssertOnlyFault(SmallContent.Helpers, line + 1, "'2999-01-31' lies in the future");
    }

    [Fact]
    public void Read_WhenAMessengerIsNoAddress_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, "messenger: https://t.me/example", "messenger: '@example'");

        content.AssertOnlyFault(SmallContent.Helpers, line, "'@example' is not a web address");
    }

    [Fact]
    public void Read_WhenThereIsNoContact_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Neighbours, $"  - phone: \"+7 495 797 87 22\"\n    confirmed: {Confirmed}", "  []");

        content.AssertOnlyFault(SmallContent.Neighbours, line, "At least one contact is needed");
    }

    [Fact]
    public void Read_WhenAKindOfContactIsUnknown_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, Email, "fax: \"+7 812 717 35 31\"");

        content.AssertOnlyFault(SmallContent.Helpers, line, "A contact has exactly one of phone, hotline, email, website, messenger");
    }

    [Fact]
    public void Read_WhenOneContactHasTwoKinds_NamesFileAndLine()
    {
        var line = content.Replace(SmallContent.Helpers, $"{Email}\n  - {Website}", $"{Email}\n    {Website}");

        content.AssertOnlyFault(SmallContent.Helpers, line, "A contact has exactly one of");
    }

    [Fact]
    public void Read_WhenANumberStandsTwiceInDifferentSpelling_IsReported()
    {
        content.Replace(SmallContent.Helpers, Phone, "phone: \"8 (800) 333-00-16\"");

        Assert.Contains("'+78003330016' stands twice", Assert.Single(content.Faults()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31.1.2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-1-31")]
    [InlineData("yesterday")]
    public void Read_WhenTheDayOfAConfirmationIsMalformed_NamesFileAndLine(string day)
    {
        var line = content.Replace(SmallContent.Neighbours, "on: 2026-01-31", $"on: {day}");

        content.AssertOnlyFault(SmallContent.Neighbours, line, $"'{day}' is not a day written as 2026-01-31");
    }

    [Theory]
    [InlineData("how: called", "how: emailed", "'how' is 'emailed': write one of called, written, visited, told")]
    [InlineData("how: called", "how: 0", "'how' is '0': write one of called, written, visited, told")]
    [InlineData(", by: The team", "", "'by' is missing")]
    [InlineData("by: The team", "by: The team, note: kind", "'note' is not known here")]
    public void Read_WhenAConfirmationIsIncomplete_NamesFileAndLine(string old, string @new, string message)
    {
        var line = content.Replace(SmallContent.Neighbours, old, @new);

        content.AssertOnlyFault(SmallContent.Neighbours, line, message);
    }

    public void Dispose() => content.Dispose();
}
