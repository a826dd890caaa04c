using System.Text.RegularExpressions;

namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>Reads the numbers of a text, in digits, in words, and with letters that look like digits.</summary>
internal static class NumberReader
{
    // What is said between the parts of a number; it does not part them.
    private static readonly HashSet<string> Joiners =
    [
        "dash", "hyphen", "space", "plus", "then", "double", "triple", "code", "ext", "no",
        "тире", "дефис", "чёрточка", "пробел", "плюс", "потом", "затем", "далее", "дважды", "трижды", "код", "доб",
    ];

    private static readonly Regex Token = new(@"[0-9]+|\p{L}+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>In the order of the text.</summary>
    /// <param name="plain">As <see cref="PlainText"/> gives it.</param>
    public static IEnumerable<NumberRun> Runs(string plain)
    {
        var tokens = Token.Matches(plain);
        List<(string? Digits, int Said)> said = [];
        var (start, end, letters) = (0, 0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            IReadOnlyList<(string? Digits, int Said)> numbers = char.IsAsciiDigit(token.ValueSpan[0]) ? [(token.Value, 0)]
                : LooksLikeDigits(tokens, i) is { } digits ? [(digits, 0)]
                : [.. NumberWords.In(token.Value).Select(number => ((string?)null, number))];
            if (numbers.Count > 0)
            {
                start = said.Count == 0 ? token.Index : start;
                (end, letters) = (token.Index + token.Length, 0);
                said.AddRange(numbers);
                continue;
            }

            // One letter does not part a number, two do.
            letters += Joiners.Contains(token.Value) ? 0 : token.Length;
            if (letters > 1 && said.Count > 0)
            {
                yield return Run();
            }
        }

        if (said.Count > 0)
        {
            yield return Run();
        }

        NumberRun Run()
        {
            var run = new NumberRun(NumberRun.PartsOf(said), start, plain[start..end], plain[end..Math.Min(plain.Length, end + 8)]);
            said.Clear();
            return run;
        }
    }

    // Letters that touch a digit and look like digits themselves: 88OO, З5-З5.
    private static string? LooksLikeDigits(MatchCollection tokens, int i)
    {
        var token = tokens[i];
        var touches = (i > 0 && tokens[i - 1] is var before && before.Index + before.Length == token.Index)
            || (i + 1 < tokens.Count && tokens[i + 1].Index == token.Index + token.Length);
        return touches && token.Value.All(letter => DigitLike(letter) is not null) ? string.Concat(token.Value.Select(DigitLike)) : null;
    }

    private static char? DigitLike(char letter) => letter switch
    {
        'o' or 'о' or 'ο' => '0',
        'l' or 'i' or 'і' or 'ӏ' => '1',
        'z' => '2',
        'з' or 'ʒ' or 'э' => '3',
        'ч' => '4',
        's' or 'ѕ' => '5',
        'б' => '6',
        'в' or 'b' => '8',
        'q' or 'g' => '9',
        _ => null,
    };
}
