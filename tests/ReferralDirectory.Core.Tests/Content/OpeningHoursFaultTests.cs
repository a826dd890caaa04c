using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Tests.Content;

public sealed class OpeningHoursFaultTests : IDisposable
{
    private readonly SmallContent content = new();

    public OpeningHoursFaultTests() => content.Replace(SmallContent.Helpers, "search: [help]", $"search: [help]\n{SmallContentFiles.Hours}");

    [Theory]
    [InlineData("time-zone: Europe/Moscow", "time-zone: Moscow", "'Moscow' is not a time zone")]
    [InlineData("monday: [\"09:00-13:00\", \"14:00-18:00\"]", "monday: [\"09:00-13:00\", \"12:00-18:00\"]", "overlap")]
    [InlineData("friday: [\"22:00-02:00\"]", "friday: [\"22-2\"]", "not a range of hours")]
    [InlineData("friday: [\"22:00-02:00\"]", "fryday: [\"22:00-02:00\"]", "'fryday' is not known here")]
    [InlineData("from: 2027-03-08", "from: 08.03.2027", "not a day")]
    [InlineData("to: 2027-01-08", "to: 2026-01-08", "lies before 'from'")]
    [InlineData("hours: [\"10:00-12:00\"]", "hours: [\"10:00-24:00\"]", "not a range of hours")]
    [InlineData("note: { en: Holidays, ru: Праздники }", "note: { en: Holidays }", "'note' is missing in the language 'ru'")]
    [InlineData("languages-spoken: [ru, tg]", "languages-spoken: [ru, Tajik]", "'Tajik' is not a language tag")]
    [InlineData("languages-spoken: [ru, tg]", "languages-spoken: [ru, ru]", "'ru' stands twice")]
    public void Read_WhenHoursAreWrong_NamesFileAndLine(string old, string @new, string message)
    {
        var line = content.Replace(SmallContent.Helpers, old, @new);

        content.AssertOnlyFault(SmallContent.Helpers, line, message);
    }

    [Fact]
    public void Read_OfHoursThatSayNothing_NamesFileAndLine()
    {
        var organisation = content.ReadHelpers();
        Assert.Equal([2, 0, 0, 0, 1, 0, 1], OpeningHours.Days.Select(day => organisation.OpeningHours!.On(day).Count()));

        using var empty = new SmallContent();
        var line = empty.Replace(SmallContent.Helpers, "search: [help]", "search: [help]\nhours:\n  time-zone: Europe/Moscow");

        empty.AssertOnlyFault(SmallContent.Helpers, line + 2, "Hours need a 'week'");
    }

    public void Dispose() => content.Dispose();
}
