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

    // A number told in pieces, with words between them: what was not there before in the same language, wherever it stood.
    private static bool GainsPieces(SubjectDraft draft, SubjectDraft? published)
    {
        var before = published is null ? [] : Pieces(published);
        return Pieces(draft).GroupBy(piece => piece.Key.Language).Any(language =>
            Gained(language.Where(piece => piece.Key.Digits.Length >= ShortestPiece)) >= ShortestInPieces || Gained(language) >= ShortestInSmallPieces);

        int Gained(IEnumerable<KeyValuePair<(string Language, string Digits), int>> pieces) =>
            pieces.Sum(piece => piece.Key.Digits.Length * Math.Max(0, piece.Value - before.GetValueOrDefault(piece.Key)));
    }

    /// <returns>How often each stands there.</returns>
    private static Dictionary<(string Language, string Digits), int> Pieces(SubjectDraft draft) => DraftTexts.Of(draft)
        .SelectMany(text => NumberReader.Runs(PlainText.Of(text.Text)), (text, run) => (text.Language, Run: run))
        .Where(found => !OpenNumbers.Are(found.Run) && !OpenNumbers.IsLaw(found.Run))
        .SelectMany(found => found.Run.Parts, (found, part) => (found.Language, part))
        .GroupBy(piece => piece).ToDictionary(piece => piece.Key, piece => piece.Count());
}
