using System.Globalization;
using System.Text;

namespace ReferralDirectory.Core.Search;

/// <summary>
/// Makes texts comparable whatever their case, accents and punctuation; ё counts as е. й stays a letter of its own,
/// since stemming needs it; <see cref="Wording.SpellingKey"/> merges it with и.
/// </summary>
public static class TextFolding
{
    private const char Breve = '\u0306';

    /// <returns>Lower-case words of letters and digits, joined by single spaces; empty where there are none.</returns>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        if (text.All(IsPlain))
        {
            FoldPlain(text, folded);
        }
        else
        {
            FoldAny(text, folded);
        }

        return folded.ToString().TrimEnd();
    }

    // Nearly every text here is ASCII and Russian: those letters are themselves after normalisation, which costs most.
    private static bool IsPlain(char letter) =>
        letter < 0x80 || letter is (>= 'А' and <= 'я') or 'ё' or 'Ё' or '«' or '»' or '\u00A0' or (>= '\u2010' and <= '\u201F');

    private static void FoldPlain(string text, StringBuilder folded)
    {
        foreach (var letter in text)
        {
            switch (letter)
            {
                case (>= 'a' and <= 'z') or (>= '0' and <= '9') or (>= 'а' and <= 'я'):
                    folded.Append(letter);
                    break;
                case (>= 'A' and <= 'Z') or (>= 'А' and <= 'Я'):
                    folded.Append((char)(letter + 0x20));
                    break;
                case 'ё' or 'Ё':
                    folded.Append('е');
                    break;
                default:
                    Separate(folded, letter);
                    break;
            }
        }
    }

    private static void FoldAny(string text, StringBuilder folded)
    {
        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
            {
                if (rune.Value == Breve && folded.Length > 0 && folded[^1] == 'и')
                {
                    folded[^1] = 'й';
                }
            }
            else
            {
                Separate(folded, rune.Value);
            }
        }
    }

    // An apostrophe stands inside a word: "women's", "Kazan'".
    private static void Separate(StringBuilder folded, int sign)
    {
        if (folded.Length > 0 && folded[^1] != ' ' && sign is not ('\'' or '’' or '`' or 'ʹ'))
        {
            folded.Append(' ');
        }
    }

    // Half of a surrogate pair and the last two places of a plane, which are no characters, cannot be normalised and
    // throw; as U+FFFD they are only a character that nothing contains.
    private static string Decompose(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append((rune.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return whole.ToString().Normalize(NormalizationForm.FormKD);
    }
}
