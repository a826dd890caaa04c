using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ReferralDirectory.Web.Resources;

namespace ReferralDirectory.Web.Tests.Resources;

public sealed partial class StringsTests
{
    private static readonly ResourceManager Manager = new(typeof(Strings).FullName!, typeof(Strings).Assembly);

    [Fact]
    public void EveryText_IsThereInEveryLanguage_WithTheSamePlaceholders()
    {
        var english = Read("");
        var russian = Read("ru");

        Assert.Equal(english.Keys.Order(), russian.Keys.Order());
        Assert.All(english, text => Assert.Equal(Placeholders(text.Value), Placeholders(russian[text.Key])));
        Assert.All(russian.Where(text => text.Key != "Provider.Card"), text => Assert.Matches("[а-яё]|^\\{0\\}", text.Value));
    }

    private static Dictionary<string, string> Read(string culture)
    {
        var set = Manager.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!;
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Placeholder();
}
