using System.Text;

namespace ReferralDirectory.Core.Accounts;

/// <summary>How a guesser who knows people would put a password together: from words, rows of keys, what came before, and single signs.</summary>
/// <param name="Length">Characters that count: without spaces and signs between words.</param>
/// <param name="DifferentCharacters">How many of them differ.</param>
/// <param name="Worth">What is left to guess, in halves of a letter.</param>
/// <param name="Common">Characters in common words and phrases.</param>
/// <param name="Patterns">Characters in rows, years, and in what repeats.</param>
/// <param name="Repeated">Of these, in what repeats.</param>
/// <param name="Personal">Characters in names and addresses of the person and the site.</param>
internal readonly record struct PasswordGuess(int Length, int DifferentCharacters, int Worth, int Common, int Patterns, int Repeated, int Personal)
{
    private const int WorthOfLetter = 2;

    private const int WorthOfSign = 1;

    // One of some hundreds: as two letters. What is tried anyway: as one.
    private const int WorthOfWord = 4;

    private const int WorthOfPattern = 2;

    // Signs between words: those of the upper row, one after the other, are as easy as its digits.
    private const int MaxSigns = 6;

    private const int MinRepeated = 3;

    private const int MinPersonal = 3;

    private static readonly char[] Separators = ['@', '.', ' ', '-', '_'];

    private enum Piece
    {
        Personal,
        Row,
        Repeated,
        Common,
    }

    /// <summary>Takes a password apart.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="personal">Names and addresses.</param>
    public static PasswordGuess Of(string password, ReadOnlySpan<string> personal)
    {
        var text = Plain(password);
        var own = new List<string>();
        foreach (var name in personal)
        {
            own.AddRange(name.Split(Separators, StringSplitOptions.RemoveEmptyEntries).SelectMany(part => GuessedWords.Typed(Plain(part))).Where(part => part.Length >= MinPersonal));
        }

        var signs = password.Where(c => !char.IsWhiteSpace(c) && !Counts(c)).Distinct().Count();
        var guess = new PasswordGuess(text.Length, text.Distinct().Count(), Math.Min(signs, MaxSigns) * WorthOfSign, 0, 0, 0, 0);
        for (var at = 0; at < text.Length;)
        {
            var (length, piece) = Longest(text, at, own);
            guess = length == 0 ? guess with { Worth = guess.Worth + (char.IsLetter(text[at]) ? WorthOfLetter : WorthOfSign) } : guess.With(piece, length);
            at += Math.Max(length, 1);
        }

        return guess;
    }

    private PasswordGuess With(Piece piece, int length) => piece switch
    {
        Piece.Personal => this with { Worth = Worth + WorthOfPattern, Personal = Personal + length },
        Piece.Row => this with { Worth = Worth + WorthOfPattern, Patterns = Patterns + length },
        Piece.Repeated => this with { Worth = Worth + WorthOfPattern, Patterns = Patterns + length, Repeated = Repeated + length },
        Piece.Common => this with { Worth = Worth + WorthOfWord, Common = Common + length },
    };

    // Of two that are as long, the one that is guessed sooner.
    private static (int Length, Piece Piece) Longest(string text, int at, List<string> own)
    {
        var best = (Length: 0, Piece.Row);
        foreach (var (length, piece) in new[]
        {
            (GuessedWords.LengthOf(own, text, at), Piece.Personal), (KeyRows.LengthAt(text, at), Piece.Row), (YearAt(text, at), Piece.Row),
            (RepeatedAt(text, at), Piece.Repeated), (GuessedWords.LengthOf(GuessedWords.Common, text, at), Piece.Common),
        })
        {
            best = length > best.Length ? (length, piece) : best;
        }

        return best;
    }

    private static int YearAt(string text, int at) =>
        at + 4 <= text.Length && text[at..(at + 2)] is "19" or "20" && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]) ? 4 : 0;

    private static int RepeatedAt(string text, int at)
    {
        var longest = 0;
        for (var from = 0; from < at; from++)
        {
            longest = Math.Max(longest, text.AsSpan(from).CommonPrefixLength(text.AsSpan(at)));
        }

        return longest >= MinRepeated ? longest : 0;
    }

    // Case, spaces and signs between words are what people change to get past a list; signs that stand for letters stay.
    private static string Plain(string text) => string.Concat(Whole(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(Counts));

    // Half a character has no normal form.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static bool Counts(char sign) => char.IsLetterOrDigit(sign) || GuessedWords.StandsForLetter(sign);
}
