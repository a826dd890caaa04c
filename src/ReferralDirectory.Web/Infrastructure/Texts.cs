using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Web.Resources;

namespace ReferralDirectory.Web.Infrastructure;

/// <summary>The interface texts in the page's language.</summary>
/// <exception cref="KeyNotFoundException">A text has no entry in any language: a fault of ours, found by the first test that opens the page.</exception>
public sealed class Texts(IStringLocalizer<Strings> strings)
{
    /// <summary>The text of a key.</summary>
    public string this[string key] => Check(key, strings[key]);

    /// <summary>The text of a key with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    public string this[string key, params object[] values] => Check(key, strings[key, values]);

    /// <summary>True where the interface has texts of its own in the language; the neutral ones are English.</summary>
    public static bool AreIn(LanguageTag language) =>
        language.Value == "en" || new ResourceManager(typeof(Strings).FullName!, typeof(Strings).Assembly).GetResourceSet(CultureInfo.GetCultureInfo(language.Value), createIfNotExists: true, tryParents: false) is not null;

    private static string Check(string key, LocalizedString text) =>
        text.ResourceNotFound ? throw new KeyNotFoundException($"There is no text '{key}'.") : text.Value;
}
