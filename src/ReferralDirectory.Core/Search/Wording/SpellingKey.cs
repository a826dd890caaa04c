using System.Text;

namespace ReferralDirectory.Core.Search.Wording;

/// <summary>
/// One key for the ways in which one word is spelled: Cyrillic letters become Latin ones, and the usual variants of
/// writing Russian in Latin letters (kh/h, shch/sch/sh, ts/c, y/j/i, ye/e, yo/e, doubled letters) become the same.
/// The key is for comparing only; nobody should read it.
/// </summary>
internal static class SpellingKey
{
    /// <param name="word">Folded: see <see cref="TextFolding"/>.</param>
    public static string Of(ReadOnlySpan<char> word)
    {
        var key = new StringBuilder(word.Length + 4);
        for (var i = 0; i < word.Length;)
        {
            i += word[i] < 0x80 ? AppendLatin(key, word, i) : AppendOther(key, word, i);
        }

        return key.ToString();
    }

    private static int AppendOther(StringBuilder key, ReadOnlySpan<char> word, int i)
    {
        if (word[i] == 'т' && i + 1 < word.Length && word[i + 1] == 'с')
        {
            Append(key, 'c');
            return 2;
        }

        AppendAll(key, Transliteration.LatinOf(word[i]) ?? word.Slice(i, 1));
        return 1;
    }

    private static int AppendLatin(StringBuilder key, ReadOnlySpan<char> word, int i)
    {
        var rest = word[i..];
        var (letters, length) = rest switch
        {
            ['s', 'h', 'c', 'h', ..] => ("sh", 4),
            ['s', 'c', 'h', ..] => ("sh", 3),
            ['k', 'h', ..] => ("h", 2),
            ['g', 'h', ..] => ("g", 2),
            ['p', 'h', ..] => ("f", 2),
            ['c', 'k', ..] => ("k", 2),
            ['c', 'h', ..] => ("ch", 2),
            ['t', 's' or 'z', ..] => ("c", 2),
            ['y' or 'j', 'e' or 'o', ..] => ("e", 2),
            ['c', 'e' or 'i' or 'y', ..] => ("c", 1),
            ['c' or 'q', ..] => ("k", 1),
            ['y' or 'j', ..] => ("i", 1),
            ['w', ..] => ("v", 1),
            ['x', ..] => ("ks", 1),
            _ => ("", 1),
        };
        if (letters.Length == 0)
        {
            Append(key, word[i]);
        }

        AppendAll(key, letters);
        return length;
    }

    private static void AppendAll(StringBuilder key, ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            Append(key, letter);
        }
    }

    // Digits count: 100 is not 10.
    private static void Append(StringBuilder key, char letter)
    {
        if (key.Length == 0 || key[^1] != letter || char.IsAsciiDigit(letter))
        {
            key.Append(letter);
        }
    }
}
