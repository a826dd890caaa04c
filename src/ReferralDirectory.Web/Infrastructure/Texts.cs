using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Resources;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>The interface texts in the page's language.</summary>
/// <remarks>
/// A page asks for hundreds; what <see cref="IStringLocalizer"/> finds for a language is therefore remembered as one table.
/// </remarks>
public sealed class Texts(IStringLocalizer<Strings> strings)
{
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> Tables = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> table = Tables.GetOrAdd(
        CultureInfo.CurrentUICulture.Name,
        _ => strings.GetAllStrings(includeParentCultures: true).ToFrozenDictionary(text => text.Name, text => text.Value, StringComparer.Ordinal));

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a fault of ours, found by the first test that opens the page.</exception>
    public string this[string key] => table[key];

    /// <summary>The text of a key with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public string this[string key, params object[] values] => string.Format(CultureInfo.CurrentCulture, table[key], values);

    /// <summary>True where the interface has texts of its own in the language; the neutral ones are English.</summary>
    public static bool AreIn(LanguageTag language) =>
        language.Value == "en" || new ResourceManager(typeof(Strings).FullName!, typeof(Strings).Assembly).GetResourceSet(CultureInfo.GetCultureInfo(language.Value), createIfNotExists: true, tryParents: false) is not null;
}
