using System.Globalization;
using System.Text;

namespace ReferralDirectory.Core.Search;

/// <summary>Makes texts comparable whatever their case, accents and punctuation; ё counts as е, й as и.</summary>
public static class TextFolding
{
    /// <returns>Lower-case words of letters and digits, joined by single spaces; empty where there are none.</returns>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    // Half of a surrogate pair cannot be normalised and throws; as U+FFFD it is only a character that nothing contains.
    private static string Decompose(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormKD);
}
