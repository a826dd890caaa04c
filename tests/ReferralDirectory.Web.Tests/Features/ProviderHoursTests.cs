using ReferralDirectory.Testing;

namespace ReferralDirectory.Web.Tests.Features;

/// <summary>What an organisation may say besides: hours, languages, conditions, and an address that it agreed to publish.</summary>
public sealed class ProviderHoursTests : IAsyncLifetime
{
    private const string More =
        """
        languages-spoken: [ru, tg]
        public-address: { en: 1 Main Street, ru: Главная ул., 1 }
        hours:
          time-zone: Asia/Irkutsk
          by-appointment: true
          week:
            monday: ["14:00-18:00", "09:00-13:00"]
            sunday: ["00:00-00:00"]
          exceptions:
            - from: 2026-12-31
              to: 2027-01-08
              note: { en: Holidays, ru: Праздники }

        """;

    private readonly TempFolder folder = new();
    private TestSite site = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        var data = folder.CopyOfData();
        var file = Path.Combine(data, "russian-federation", "organisations", "maria.yaml");
        var text = File.ReadAllText(file);
        var services = text.IndexOf("services:", StringComparison.Ordinal);
        var description = text.IndexOf("    description:", services, StringComparison.Ordinal);
        File.WriteAllText(file, text[..services] + More.Replace("Главная ул., 1", "\"Главная ул., 1\"", StringComparison.Ordinal) + text[services..description] + "    eligibility: { en: For everyone, ru: Для всех }\n" + text[description..]);
        site = new TestSite(new Dictionary<string, string> { ["Content:Path"] = data }).Start();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("en", "Monday: 09:00–13:00; 14:00–18:00", "Tuesday: closed", "Sunday: all day and night", "closed; Holidays", "By appointment", "Asia/Irkutsk", "Languages spoken: Russian; Tajik", "Address: 1 Main Street", "Conditions: For everyone")]
    [InlineData("ru", "понедельник: 09:00–13:00; 14:00–18:00", "вторник: закрыто", "воскресенье: круглосуточно", "закрыто; Праздники", "По записи", "Asia/Irkutsk", "Говорят на языках: русский; таджикский", "Адрес: Главная ул., 1", "Условия: Для всех")]
    public async Task AProviderThatSaysMore_ShowsIt_InTheReadersLanguage(string language, params string[] expected)
    {
        var page = await site.Client.GetPageAsync($"/{language}/russian-federation/providers/maria", Cancel);

        var words = page.QuerySelector("main").Words().Replace("\u2066", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
        Assert.All(expected, text => Assert.Contains(text, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AProviderThatSaysNoMore_HasNoEmptyHeadings()
    {
        var page = await site.Client.GetPageAsync("/en/russian-federation/providers/red-cross-astrakhan", Cancel);

        Assert.Null(page.QuerySelector("#hours"));
        Assert.DoesNotContain("Languages spoken", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }
}
