using System.Globalization;

namespace ReferralDirectory.Web.Features.Admin.EntryTasks;

/// <summary>Languages as staff choose or write them.</summary>
public static class SpokenLanguages
{
    /// <summary>Offered to tick: those that people who seek help speak most often. Any other can be written.</summary>
    public static IReadOnlyList<string> Offered { get; } =
        ["ar", "az", "be", "bg", "de", "en", "es", "fa", "fr", "hi", "hy", "ka", "kk", "ky", "mn", "pl", "ro", "ru", "sr", "tg", "th", "tk", "tl", "tr", "uk", "uz", "vi", "zh"];

    private static readonly Lazy<IReadOnlyList<CultureInfo>> Known = new(() =>
        [.. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(culture => culture.Name.Length is 2 or 3)]);

    // By their tag, their English name and their own, in small letters; the name in the page's language depends on the page.
    private static readonly Lazy<ILookup<string, string>> Tags = new(() => Known.Value
        .SelectMany(culture => new[] { culture.Name, culture.EnglishName, culture.NativeName }.Distinct(), (culture, name) => (culture.Name, Text: name.ToLowerInvariant()))
        .ToLookup(language => language.Text, language => language.Name));

    /// <summary>In the page's language; a tag the system has no name for, and what is no tag, as it stands.</summary>
    public static string NameOf(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>The tag of a language that was written by name; what is not known stays as it was written.</summary>
    public static string Read(string text)
    {
        var name = text.Trim();
        var ignoreCase = StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true);
        return Tags.Value[name.ToLowerInvariant()].FirstOrDefault()
            ?? Known.Value.FirstOrDefault(culture => ignoreCase.Equals(culture.DisplayName, name))?.Name
            ?? name;
    }
}
