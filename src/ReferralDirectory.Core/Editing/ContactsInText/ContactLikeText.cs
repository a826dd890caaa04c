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

    /// <summary>Ends of addresses that are said as words.</summary>
    private const string SaidEnds = "ru|su|com|org|net|info|me|io|int|eu|online|site|ру|рф|ком|орг|нет|инфо|ми";

    /// <summary>What a sentence puts around an address.</summary>
    private static readonly char[] Around = [.. ".,;:!?()[]«»“”„\"'"];

    // A dot with a word of two letters or more right behind it, and something in front. Spaces in front of the dot do not help.
    private static readonly Regex Domain = Linear(@"[\p{L}\p{N}_-][\p{L}\p{N}_.-]*\s*\.(?:\p{L}{2,}|xn--)[\p{L}\p{N}_-]*(?:/\S*)?");

    private static readonly Regex At = Linear(@"\S*\s*@\s*\S*");

    private static readonly Regex SaidAt = Linear(@"[\p{L}\p{N}_.-]+\s*(?:[(\[{<*_]\s*(?:at|эт|собака|собачка)\s*[)\]}>*_]|\s(?:собака|собачка)\s+[\p{L}\p{N}_-]+\s*(?:\.|\s(?:точка|тчк|dot)\s))\s*\S*");

    private static readonly Regex SaidDot = Linear($@"[\p{{L}}\p{{N}}_-]+\s*(?:[(\[{{<*_]\s*|\s)(?:dot|точка|тчк)(?:\s*[)\]}}>*_]|\s)\s*(?:{SaidEnds})\b|\bwww\b\s*\S*");

    private static readonly Regex Scheme = Linear(@"[\p{L}\p{N}+.-]+\s*:\s*//\s*\S*|\b(?:tel|sms|smsto|mailto|skype|viber|whatsapp|tg|sgnl|signal|telegram)\s*:\s*\S*");

    // A name of somebody there is not known by its form: whoever begins to name such a place is looked at.
    private static readonly Regex Messenger = Linear(@"\b(?:telegram|телеграм\p{L}*|телеграмм\p{L}*|whats\s?app|ватсап\p{L}*|вотсап\p{L}*|вацап\p{L}*|viber|вайбер\p{L}*|skype|скайп\p{L}*|вконтакте|вк|vk|одноклассник\p{L}*|тг|imo|instagram|инстаграм\p{L}*|facebook|фейсбук\p{L}*)\b[^\w\n]*\S*");

    private static readonly Regex Space = Linear(@"\s+");

    // An entity has no business in a text; whatever it stands for.
    private static readonly Regex Entity = Linear(@"&#?\w+;");

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
        return [.. texts.Select(text => text.Text).Concat(pages).SelectMany(In)];
    }

    private static IEnumerable<string> In(string text)
    {
        var plain = PlainText.Of(text);
        return
        [
            .. NumberReader.Runs(plain).Where(run => run.Digits.Length >= ShortestNumber && !OpenNumbers.Are(run)).Select(run => run.Digits),
            .. Addresses(plain),
            .. Entity.Matches(text).Select(match => match.Value),
        ];
    }

    /// <summary>Mail and web addresses, and what leads to a messenger, in a form in which spaces make no difference.</summary>
    /// <param name="plain">As <see cref="PlainText"/> gives it.</param>
    public static IEnumerable<string> Addresses(string plain) =>
        [
            .. Domain.Matches(plain).Select(match => Space.Replace(match.Value, "")),
            .. At.Matches(plain).Select(match => Space.Replace(match.Value, "").Trim(Around)),
            .. new[] { SaidAt, SaidDot, Scheme, Messenger }.SelectMany(form => form.Matches(plain)).Select(match => Space.Replace(match.Value, "").Trim(Around)),
        ];

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

    // Time in proportion to the text, whatever somebody sends.
    private static Regex Linear(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
