using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ReferralDirectory.Core.Editing.Drafts;

namespace ReferralDirectory.Core.Editing;

/// <summary>
/// Finds in texts what a reader could take for a number to call or an address to go to, however it is dressed up. It would
/// rather find too much: the price of that is a second person who looks. Numbers in words, and letters that only look like others,
/// it does not find.
/// </summary>
internal static class ContactLikeText
{
    // Five digits or more, with anything between them but a word: at most one letter.
    private static readonly Regex Digits = Linear(@"[0-9](?:[^0-9\p{L}]*\p{L}?[^0-9\p{L}]*[0-9]){4,}");

    private static readonly Regex NotADigit = Linear(@"[^0-9]");

    // A dot with a word of two letters or more right behind it, and something in front. Spaces in front of the dot do not help.
    private static readonly Regex Domain = Linear(@"[\p{L}\p{N}_-][\p{L}\p{N}_.-]*\s*\.(?:\p{L}{2,}|xn--)[\p{L}\p{N}_-]*(?:/\S*)?");

    private static readonly Regex At = Linear(@"\S*\s*@\s*\S*");

    /// <summary>What a sentence puts around an address.</summary>
    private static readonly char[] Around = [.. ".,;:!?()[]«»“”„\"'"];

    private static readonly Regex Scheme = Linear(@"[\p{L}\p{N}+.-]+\s*:\s*//\s*\S*|\b(?:tel|sms|smsto|mailto|skype|viber|whatsapp|tg|sgnl|signal|telegram)\s*:\s*\S*");

    private static readonly Regex Space = Linear(@"\s+");

    // An entity has no business in a text; whatever it stands for.
    private static readonly Regex Entity = Linear(@"&#?\w+;");

    /// <summary>Everything of that sort in a draft, in a form in which dressing makes no difference.</summary>
    public static HashSet<string> In(SubjectDraft draft)
    {
        var texts = DraftTexts.Of(draft).ToList();
        // Also across fields that stand below each other on a page, so that a number is not cut into harmless pieces.
        var pages = texts.GroupBy(text => text.Language).Select(page => string.Join('\n', page.Select(text => text.Text)));
        return [.. texts.Select(text => text.Text).Concat(pages).SelectMany(In)];
    }

    public static IEnumerable<string> In(string text)
    {
        var plain = Undressed(text);
        return
        [
            .. Digits.Matches(plain).Select(match => NotADigit.Replace(match.Value, "")),
            .. Domain.Matches(plain).Select(match => Space.Replace(match.Value, "")),
            .. At.Matches(plain).Select(match => Space.Replace(match.Value, "").Trim(Around)),
            .. Scheme.Matches(plain).Select(match => Space.Replace(match.Value, "")),
            .. Entity.Matches(text).Select(match => match.Value),
        ];
    }

    // Entities, since Markdown knows them; compatibility forms (full-width, circled, mathematical); what nobody sees; digits of
    // every script as ASCII.
    private static string Undressed(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in WebUtility.HtmlDecode(Whole(text)).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned:
                case var _ when rune.Value is 0x115F or 0x1160 or 0x3164:
                    break;
                case UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber when Rune.GetNumericValue(rune) is >= 0 and var number:
                    plain.Append(CultureInfo.InvariantCulture, $"{number:0}");
                    break;
                default:
                    plain.Append(Rune.ToLowerInvariant(rune));
                    break;
            }
        }

        // Full stops that a browser takes for the dot of a domain.
        return plain.Replace('。', '.').Replace('｡', '.').Replace('．', '.').ToString();
    }

    // Half a character cannot be normalised.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    // Time in proportion to the text, whatever somebody sends.
    private static Regex Linear(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
