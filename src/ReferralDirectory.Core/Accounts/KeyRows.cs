namespace ReferralDirectory.Core.Accounts;

/// <summary>Rows and columns of keyboards, and alphabets: what fingers do when nobody thinks of a word.</summary>
internal static class KeyRows
{
    private const int MinLength = 4;

    // Two rows, a letter of each in turn: a1b2c3d4.
    private const int MinInTurn = 8;

    private static readonly string[] Forward =
    [
        "abcdefghijklmnopqrstuvwxyz", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "абвгдежзийклмнопрстуфхцчшщъыьэюя", "01234567890",
        "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю",
        .. GuessedWords.Typed("qwertyuiop"), .. GuessedWords.Typed("asdfghjkl"), .. GuessedWords.Typed("zxcvbnm"),
        .. GuessedWords.Typed("qazwsxedcrfvtgbyhnujm"), .. GuessedWords.Typed("1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"),
    ];

    private static readonly string[] Rows = [.. Forward.Distinct().SelectMany(row => new[] { row, string.Concat(row.Reverse()) })];

    private static readonly int Longest = Rows.Max(row => row.Length);

    /// <summary>How many characters from a place on are in a row, or in two rows in turn; 0 where too few are.</summary>
    public static int LengthAt(string text, int at) => Math.Max(InRow(text, at), InTurn(text, at));

    private static int InRow(string text, int at)
    {
        var length = MinLength;
        while (at + length <= text.Length && length <= Longest && IsInRow(text.AsSpan(at, length)))
        {
            length++;
        }

        return length > MinLength ? length - 1 : 0;
    }

    private static int InTurn(string text, int at)
    {
        var length = MinInTurn;
        while (at + length <= text.Length && IsInRow(EverySecond(text, at, length)) && IsInRow(EverySecond(text, at + 1, length - 1)))
        {
            length++;
        }

        return length > MinInTurn ? length - 1 : 0;
    }

    private static bool IsInRow(ReadOnlySpan<char> text)
    {
        foreach (var row in Rows)
        {
            if (row.AsSpan().IndexOf(text) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string EverySecond(string text, int from, int length)
    {
        Span<char> taken = stackalloc char[(length + 1) / 2];
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = text[from + (i * 2)];
        }

        return new string(taken);
    }
}
