using System.Globalization;
using System.Net;
using System.Text;

namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>A text as a reader sees it, without what dresses it up.</summary>
internal static class PlainText
{
    /// <summary>
    /// Lower case, without entities (Markdown knows them), compatibility forms (full-width, circled, mathematical) and what nobody
    /// sees; digits of every script as ASCII, and whatever looks like the dot of an address as a dot.
    /// </summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in WebUtility.HtmlDecode(Whole(text)).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned:
                case var _ when rune.Value is 0x115F or 0x1160 or 0x3164:
                    break;
                case UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber when Rune.GetNumericValue(rune) is >= 0 and var number:
                    plain.Append(CultureInfo.InvariantCulture, $"{number:0}");
                    break;
                default:
                    plain.Append(IsDot(rune) ? "." : Rune.ToLowerInvariant(rune).ToString());
                    break;
            }
        }

        return plain.ToString();
    }

    // Full stops that a browser takes for the dot of a domain, and dots that a reader takes for one.
    private static bool IsDot(Rune rune) => rune.Value is '。' or '｡' or '．' or '·' or '•' or '∙' or '⋅' or '‧' or '・';

    // Half a character cannot be normalised.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
