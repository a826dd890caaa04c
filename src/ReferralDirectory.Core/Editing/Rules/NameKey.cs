using System.Globalization;
using System.Net;
using System.Text;
using ReferralDirectory.Core.Editing.ContactsInText;

namespace ReferralDirectory.Core.Editing.Rules;

/// <summary>A name in a form in which names are the same that a reader would take for one another.</summary>
internal static class NameKey
{
    // What each of the usual letters becomes, worked out once: a save looks at every name of a country.
    private static readonly string[] Usual = [.. Enumerable.Range(0, 0x530).Select(code => Of(new Rune(code)))];

    /// <summary>Without case, spaces, punctuation and accents; letters and digits that look alike are one. Empty where nothing is left.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in (name.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(name) : name).EnumerateRunes())
        {
            key.Append(letter.Value < Usual.Length ? Usual[letter.Value] : Of(letter));
        }

        return key.ToString();
    }

    // Two letters of Hangul fill a space and are not seen.
    private static string Of(Rune letter)
    {
        var key = new StringBuilder();
        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) == UnicodeCategory.DecimalDigitNumber)
            {
                key.Append(CultureInfo.InvariantCulture, $"{Rune.GetNumericValue(part):0}");
            }
            else if (Rune.IsLetter(part) && part.Value is not (0x115F or 0x1160))
            {
                key.Append(Rune.ToLowerInvariant(part));
            }
        }

        return LookAlikes.AsLatin(key.ToString()).Replace('0', 'o').Replace('1', 'i').Replace('l', 'i').Replace('з', '3');
    }
}
