using System.Text.RegularExpressions;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>
/// Finds in texts what a reader could take for a number to call or an address to go to, however it is dressed up: in other scripts
/// and look-alikes, in words, cut into pieces, spelt out. It would rather find too much: the price of that is a second person who
/// looks. Times, days, years and laws it lets pass.
/// </summary>
internal static class ContactLikeText
{
    /// <summary>Digits that can be called: some countries have numbers of five.</summary>
    private const int ShortestNumber = 5;

    /// <summary>Digits in pieces of <see cref="ShortestPiece"/> and more, with words between them, that make a number.</summary>
    private const int ShortestInPieces = 7;

    private const int ShortestPiece = 3;

    /// <summary>Digits in pieces of any length that make a number: with the code of its town, and without that of its country.</summary>
    private const int ShortestInSmallPieces = 10;

    private const int EmergencyLength = 3;

    // An entity has no business in a text; whatever it stands for.
    private static readonly Regex Entity = new(@"&#?\w+;", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>True where a draft has begun to hold something of that sort.</summary>
    /// <param name="draft">As it would be published.</param>
    /// <param name="published">What the public sees; null for a new entry.</param>
    /// <remarks>It looks over the borders of fields; <see cref="ContactsInPlace"/> looks at what became of each in its field.</remarks>
    public static bool IsGained(SubjectDraft draft, SubjectDraft? published) =>
        In(draft).Except(published is null ? [] : In(published)).Any() || GainsPieces(draft, published);

    /// <summary>Everything of that sort in a draft, in a form in which dressing makes no difference.</summary>
    private static HashSet<string> In(SubjectDraft draft)
    {
        var texts = DraftTexts.Of(draft).ToList();
        // Also across fields that stand below each other on a page, so that a number is not cut into harmless pieces.
        var pages = texts.GroupBy(text => text.Language).Select(page => string.Join('\n', page.Select(text => text.Text)));
        // In a text of its own, what stands in the next line stands beside it.
        return [.. texts.Select(text => text.Text).Concat(pages).SelectMany(In), .. texts.SelectMany(text => AddressesInText.In(PlainText.Of(text.Text.ReplaceLineEndings(" "))))];
    }

    private static IEnumerable<string> In(string text)
    {
        var plain = PlainText.Of(text);
        return
        [
            .. NumberReader.Runs(plain).Where(run => run.Digits.Length >= ShortestNumber && !OpenNumbers.Are(run)).Select(run => run.Digits),
            .. AddressesInText.In(plain),
            .. Entity.Matches(text).Select(match => match.Value),
        ];
    }

    // A number told in pieces, with words between them. Whoever adds a piece answers for what it makes with all that stands there: a
    // number must not grow edit by edit, nor over fields of which one reader sees some in another language.
    private static bool GainsPieces(SubjectDraft draft, SubjectDraft? published)
    {
        var pieces = Pieces(draft);
        var before = Counts(published is null ? [] : Pieces(published));
        var gained = Counts(pieces).Where(piece => piece.Value > before.GetValueOrDefault(piece.Key)).Select(piece => piece.Key).ToHashSet();
        return (gained.Any(piece => piece.Digits.Length >= ShortestPiece) && Seen(piece => piece.Digits.Length >= ShortestPiece) >= ShortestInPieces)
            || (gained.Count > 0 && Seen(_ => true) >= ShortestInSmallPieces);

        // A reader sees each field in one language.
        int Seen(Func<Piece, bool> counts) => pieces.Where(piece => counts(piece) && (!piece.IsKnown || gained.Contains(Key(piece))))
            .GroupBy(piece => piece.Field)
            .Sum(field => field.GroupBy(piece => piece.Language).Max(language => language.Sum(piece => piece.Digits.Length)));
    }

    /// <returns>How often each stands in a language, wherever that is.</returns>
    private static Dictionary<(string Language, string Digits), int> Counts(IEnumerable<Piece> pieces) => pieces.CountBy(Key).ToDictionary();

    private static (string Language, string Digits) Key(Piece piece) => (piece.Language, piece.Digits);

    private static List<Piece> Pieces(SubjectDraft draft) =>
    [
        .. DraftTexts.Of(draft).SelectMany(text => NumberReader.Runs(PlainText.Of(text.Text)), (text, run) => (text.Field, text.Language, Run: run))
            .Where(found => !OpenNumbers.Are(found.Run) && !OpenNumbers.IsLaw(found.Run))
            .SelectMany(found => found.Run.Parts, (found, part) => new Piece(found.Field, found.Language, part, IsWhole(found.Run))),
    ];

    // Two people have seen it as what it is: a number to be called as it stands, also 112 and its like.
    private static bool IsWhole(NumberRun run) => run.Digits.Length >= ShortestNumber || (run.Digits.Length == EmergencyLength && run.Digits[0] == '1');

    /// <summary>A number that stands by itself, or a part of one.</summary>
    /// <param name="Field">Where.</param>
    /// <param name="Language">Of the text.</param>
    /// <param name="Digits">What it says.</param>
    /// <param name="IsKnown">True where it is or belongs to a number that is complete: once it stands there, it makes no other.</param>
    private sealed record Piece(string Field, string Language, string Digits, bool IsKnown);
}
