using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Html;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Resources;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>The interface texts in the page's language; where it lacks one, the neutral one.</summary>
/// <remarks>A page asks for hundreds; those of a language are therefore remembered as one table.</remarks>
public sealed class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Strings).FullName!, typeof(Strings).Assembly);

    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> Tables = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> table = Tables.GetOrAdd(CultureInfo.CurrentUICulture.Name, static language => Read(CultureInfo.GetCultureInfo(language)));

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a fault of ours, found by the first test that opens the page.</exception>
    public string this[string key] => table[key];

    /// <summary>The text of a key with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public string this[string key, params object[] values] => string.Format(CultureInfo.CurrentCulture, table[key], values);

    /// <summary>The text of a key; null where there is none.</summary>
    public string? Find(string key) => table.GetValueOrDefault(key);

    /// <summary>
    /// The text of a key for a page, with <c>{0}</c>, <c>{1}</c> … filled in by what writes itself. A text among them, such as a name that
    /// somebody typed, stands apart: whatever its direction, it does not turn the words around it.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public IHtmlContent Html(string key, params object[] values) => new HtmlContentBuilder().AppendFormat(
        CultureInfo.CurrentCulture,
        table[key].Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal),
        [.. values.Select(value => value is string text ? new HtmlContentBuilder().AppendHtml("<bdi>").Append(text).AppendHtml("</bdi>") : value)]);

    /// <summary>True where the interface has texts of its own in the language; the neutral ones are English.</summary>
    public static bool AreIn(LanguageTag language) => language.Value == "en" || Set(CultureInfo.GetCultureInfo(language.Value)) is not null;

    /// <summary>The text of a key in each of some languages; in one that lacks it, the neutral one.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static IEnumerable<string> InEach(IEnumerable<LanguageTag> languages, string key) =>
        languages.Select(language => Tables.GetOrAdd(language.Value, static tag => Read(CultureInfo.GetCultureInfo(tag)))[key]).Distinct();

    private static Dictionary<string, string> Read(CultureInfo language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        AddWithParents(language);
        return texts;

        void AddWithParents(CultureInfo culture)
        {
            if (culture.Name.Length > 0)
            {
                AddWithParents(culture.Parent);
            }

            foreach (DictionaryEntry text in (IEnumerable?)Set(culture) ?? Array.Empty<DictionaryEntry>())
            {
                texts[(string)text.Key] = (string)text.Value!;
            }
        }
    }

    private static ResourceSet? Set(CultureInfo culture) => Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false);
}
