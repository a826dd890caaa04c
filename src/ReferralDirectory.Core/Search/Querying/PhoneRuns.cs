using System.Globalization;
using ReferralDirectory.Core.Search.Indexing;

namespace ReferralDirectory.Core.Search.Querying;

/// <summary>Finds telephone numbers in a query, however they are written.</summary>
internal static class PhoneRuns
{
    /// <summary>Stretches of digits and of the signs people put between them, with digits enough for a part of a number.</summary>
    public static List<PhoneRun> In(string text)
    {
        var runs = new List<PhoneRun>();
        for (var i = 0; i < text.Length;)
        {
            if (!IsDigit(text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < text.Length && (IsDigit(text[end]) || IsBetweenDigits(text[end])))
            {
                end++;
            }

            // Letters after it make it a part of a word: a name such as "2013a".
            var digits = DigitsOf(text.AsSpan(i, end - i));
            if (digits.Length >= PhoneIndex.ShortestPart)
            {
                runs.Add(new PhoneRun(i, end, digits));
            }

            i = end;
        }

        return runs;
    }

    private static bool IsDigit(char sign) => char.GetUnicodeCategory(sign) == UnicodeCategory.DecimalDigitNumber && sign is (>= '0' and <= '9') or (>= '\uFF10' and <= '\uFF19') or (>= '\u0660' and <= '\u0669') or (>= '\u06F0' and <= '\u06F9');

    private static bool IsBetweenDigits(char sign) =>
        char.IsWhiteSpace(sign) || sign is '+' or '(' or ')' or '[' or ']' or '-' or '.' or '/' or '\u00AD' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\u200B' or '\u2060';

    // From abroad one dials 00 before a country code where others write a plus.
    private static string DigitsOf(ReadOnlySpan<char> run)
    {
        var digits = new char[run.Length];
        var count = 0;
        foreach (var sign in run)
        {
            if (IsDigit(sign))
            {
                digits[count++] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign));
            }
        }

        var isDialled = count > 8 && digits[0] == '0' && digits[1] == '0';
        return new string(digits, isDialled ? 2 : 0, isDialled ? count - 2 : count);
    }
}
