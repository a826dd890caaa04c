using System.Globalization;
using System.Text;

namespace ReferralDirectory.Core.Domain;

/// <summary>
/// What a text that people read may be made of: characters that are seen, each where it stands. What is invisible, turns the
/// direction or has no meaning lets a text look like another, or like nothing.
/// </summary>
public static class VisibleText
{
    private const int VariationSelector15 = 0xFE0E;

    private const int VariationSelector16 = 0xFE0F;

    // U+0600 and on: no letter of a script before it joins.
    private const int FirstJoiningLetter = 0x0600;

    // Letters, marks and signs that show nothing: fillers of Hangul, vowels of Khmer that are not written, selectors of Mongolian
    // and of variants, an empty Braille cell, the place of an object that was left behind when a text was copied.
    private static readonly (int First, int Last)[] Blank =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800), (0x3164, 0x3164),
        (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFFC, 0xFFFC), (0xE0100, 0xE01EF),
    ];

    /// <summary>True where every character of a single line is seen. Joiners may stand between letters of scripts that join.</summary>
    public static bool IsLine(string text) => !text.Contains('\n', StringComparison.Ordinal) && IsText(text);

    /// <summary>The same for a text of several lines.</summary>
    public static bool IsText(string text)
    {
        var before = default(Rune);
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return false;
            }

            i += rune.Utf16SequenceLength;
            if (!IsSeen(rune) && !IsAllowed(rune, before, i < text.Length && Rune.TryGetRuneAt(text, i, out var after) ? after : default))
            {
                return false;
            }

            before = rune;
        }

        return true;
    }

    /// <summary>True where there is a letter or a digit: something to read aloud and to click.</summary>
    public static bool HasWord(string text) => text.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) && IsSeen(rune));

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value == '\n',
        UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => !Array.Exists(Blank, range => rune.Value >= range.First && rune.Value <= range.Last),
    };

    private static bool IsAllowed(Rune rune, Rune before, Rune after) => rune.Value switch
    {
        '\u200C' or '\u200D' => Joins(before) && Joins(after),
        // The shape of a sign such as ☎.
        VariationSelector15 or VariationSelector16 => Rune.GetUnicodeCategory(before) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherPunctuation,
        _ => false,
    };

    private static bool Joins(Rune rune) =>
        rune.Value >= FirstJoiningLetter && IsSeen(rune) && (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
