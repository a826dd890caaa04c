using System.Collections.Frozen;

namespace ReferralDirectory.Core.Accounts;

/// <summary>Which passwords are taken: long ones that are not the first to be guessed. What they are made of does not matter.</summary>
/// <remarks>NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where it is not the only thing; a blocklist; no rules of composition.</remarks>
public static class PasswordRules
{
    /// <summary>Characters at least.</summary>
    public const int MinLength = 15;

    /// <summary>Characters at most: hashing more than this would only cost time.</summary>
    public const int MaxLength = 256;

    private const int MinDifferentCharacters = 6;

    private const int RunLength = 5;

    // Rows of keyboards and alphabets, each also read backwards.
    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю",
    ];

    private static readonly Lazy<FrozenSet<string>> Common = new(ReadCommon);

    /// <summary>What is wrong with a password; null where nothing is.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="personal">Names and addresses that it must not be made of.</param>
    public static PasswordFault? Check(string password, params ReadOnlySpan<string> personal)
    {
        if (password.Length < MinLength)
        {
            return PasswordFault.TooShort;
        }

        if (password.Length > MaxLength)
        {
            return PasswordFault.TooLong;
        }

        var letters = Letters(password);
        if (Common.Value.Contains(letters) || Common.Value.Contains(letters.TrimEnd("0123456789".ToCharArray())))
        {
            return PasswordFault.Common;
        }

        if (letters.Distinct().Count() < MinDifferentCharacters || IsRepetition(letters) || IsMostlyRows(letters))
        {
            return PasswordFault.Pattern;
        }

        foreach (var name in personal)
        {
            foreach (var part in name.Split(['@', '.', ' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Append(name).Select(Letters))
            {
                if (part.Length >= 4 && letters.Replace(part, "", StringComparison.Ordinal).Length * 2 < letters.Length)
                {
                    return PasswordFault.Personal;
                }
            }
        }

        return null;
    }

    // What people change to get past a list: case, spaces and signs between words.
    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static bool IsRepetition(string text) =>
        Enumerable.Range(1, text.Length / 2).Any(length => text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length)));

    private static bool IsMostlyRows(string text)
    {
        var inRows = 0;
        for (var start = 0; start + RunLength <= text.Length;)
        {
            var run = text.AsSpan(start, RunLength).ToString();
            if (Array.Exists(Rows, row => Holds(row, run)))
            {
                inRows += RunLength;
                start += RunLength;
            }
            else
            {
                start++;
            }
        }

        return inRows * 2 > text.Length;
    }

    private static bool Holds(string row, string run) =>
        row.Contains(run, StringComparison.Ordinal) || row.Contains(string.Concat(run.Reverse()), StringComparison.Ordinal);

    private static FrozenSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("Accounts/common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Letters).ToFrozenSet(StringComparer.Ordinal);
    }
}
