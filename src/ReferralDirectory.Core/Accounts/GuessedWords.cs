using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Accounts;

/// <summary>Words and phrases that are guessed first, and how people write them: with digits for letters, or with the keyboard in another language.</summary>
internal static class GuessedWords
{
    private const int MinLength = 4;

    private static readonly Lazy<ImmutableArray<string>> Words = new(Read);

    /// <summary>The common ones, as they are typed.</summary>
    public static IReadOnlyList<string> Common => Words.Value;

    /// <summary>True for a sign that stands for a letter in the middle of a word.</summary>
    public static bool StandsForLetter(char sign) => sign is '@' or '$' or '!';

    /// <summary>A word as it is, and with the keyboard in the other language; without signs.</summary>
    /// <param name="word">Lower case.</param>
    public static IEnumerable<string> Typed(string word)
    {
        yield return Letters(word);
        yield return Letters(KeyboardLayout.Switch(word));
    }

    /// <summary>How long the longest of some words is that is written at a place of a text; 0 where none is.</summary>
    public static int LengthOf(IReadOnlyList<string> words, string text, int at)
    {
        var longest = 0;
        foreach (var word in words)
        {
            if (word.Length > longest && IsWritten(word, text, at))
            {
                longest = word.Length;
            }
        }

        return longest;
    }

    private static bool IsWritten(string word, string text, int at)
    {
        if (at + word.Length > text.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (text[at + i] != word[i] && !StandsFor(text[at + i], word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StandsFor(char sign, char letter) => sign switch
    {
        '0' => letter is 'o' or 'о',
        '1' or '!' => letter is 'i' or 'l',
        '3' => letter is 'e' or 'з',
        '4' => letter is 'a' or 'ч',
        '5' or '$' => letter is 's',
        '6' => letter is 'b' or 'б',
        '7' => letter is 't',
        '8' => letter is 'b' or 'в',
        '9' => letter is 'g',
        '@' => letter is 'a' or 'а',
        _ => false,
    };

    // A sign may be a capital in the other language.
    private static string Letters(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || StandsForLetter(c))).ToLowerInvariant();

    private static ImmutableArray<string> Read()
    {
        using var stream = typeof(GuessedWords).Assembly.GetManifestResourceStream("Accounts/common-words.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Typed).Where(word => word.Length >= MinLength).Distinct()];
    }
}
