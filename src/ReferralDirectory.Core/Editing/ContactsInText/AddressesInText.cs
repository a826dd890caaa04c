using System.Text.RegularExpressions;

namespace ReferralDirectory.Core.Editing.ContactsInText;

/// <summary>Finds mail and web addresses in texts, and what leads to a messenger.</summary>
internal static class AddressesInText
{
    /// <summary>Ends of addresses that no sentence begins with.</summary>
    private const string Ends = "ru|su|com|org|net|io|xyz|biz|kz|ua|ру";

    /// <summary>Ends of addresses that are said as words, too.</summary>
    private const string SaidEnds = $"{Ends}|info|me|int|eu|online|site|рф|ком|орг|нет|инфо|ми";

    /// <summary>Ends of addresses that a text has behind a dot with a space on both sides.</summary>
    private const string KnownEnds = $"{Ends}|info|me|int|eu|online|site|рф|ком|орг|инфо|by|edu|gov|ngo|help|app|top|pro|club|link|live|life|space|store|tech|world|tv|cc|co|uz|kg|tj|am|ge|az|md|de|uk|us|рус|онлайн|сайт|дети|москва";

    /// <summary>Names of networks that are words as well, in letters of several scripts that look like them.</summary>
    private const string WordName = @"(?:[oо][kк]|m[aа][xх]|м[aа][xх]|макс|[sѕ][iі]gn[aа]l|сигнал\p{L}{0,2}|[sѕ][eе][sѕ]{2}[iі][oо]n|сешн\p{L}{0,2}|d[iі][sѕ][cс][oо]rd)";

    /// <summary>A name as nobody writes a word: a letter beside a digit or a line.</summary>
    private const string Handle = @"\w*(?:\p{L}[\p{N}_]|[\p{N}_]\p{L})\w*";

    /// <summary>What parts words of a line.</summary>
    private const string Gap = @"[^\w\n]+";

    /// <summary>What a sentence puts around an address.</summary>
    private static readonly char[] Around = [.. ".,;:!?()[]«»“”„\"'"];

    // A dot with a word of two letters or more right behind it, and something in front. Spaces in front of the dot do not help.
    private static readonly Regex Domain = Linear(@"[\p{L}\p{N}_-][\p{L}\p{N}_.-]*\s*\.(?:\p{L}{2,}|xn--)[\p{L}\p{N}_-]*(?:/\S*)?");

    // A space behind the dot is the end of a sentence, but for a few words.
    private static readonly Regex Spaced = Linear($@"[\p{{L}}\p{{N}}_-]+(?:\s+\.\s+(?:{KnownEnds})|\.\s+(?:{Ends}))\b(?:\s*/\s*\S*)?");

    private static readonly Regex At = Linear(@"\S*\s*@\s*\S*");

    private static readonly Regex SaidAt = Linear(@"[\p{L}\p{N}_.-]+\s*(?:[(\[{<*_]\s*(?:at|эт|собака|собачка)\s*[)\]}>*_]|\s(?:собака|собачка)\s+[\p{L}\p{N}_-]+\s*(?:\.|\s(?:точка|тчк|dot)\s))\s*\S*");

    private static readonly Regex SaidDot = Linear($@"[\p{{L}}\p{{N}}_-]+\s*(?:[(\[{{<*_]\s*|\s)(?:dot|точка|тчк)(?:\s*[)\]}}>*_]|\s)\s*(?:{SaidEnds})\b|\bwww\b\s*\S*");

    private static readonly Regex Scheme = Linear(@"[\p{L}\p{N}+.-]+\s*:\s*//\s*\S*|\b(?:tel|sms|smsto|mailto|skype|viber|whatsapp|tg|sgnl|signal|telegram)\s*:\s*\S*");

    // A name of somebody there is not known by its form: whoever names such a place is looked at, and whoever changes words beside it.
    private static readonly Regex Messenger = Linear($@"(?:\w+{Gap}){{0,3}}\b(?:telegram|телеграм\p{{L}}*|телеграмм\p{{L}}*|whats\s?app|ватсап\p{{L}}*|вотсап\p{{L}}*|вацап\p{{L}}*|viber|вайбер\p{{L}}*|skype|скайп\p{{L}}*|вконтакте|вк|vk|одноклассник\p{{L}}*|тг|imo|threema|трима|триме|we\s?chat|ви\s?чат\p{{L}}*|вейчат\p{{L}}*|tik[\s-]?tok|тик[\s-]?ток\p{{L}}*|дискорд\p{{L}}*|botim|ботим|zangi|занги|instagram|инстаграм\p{{L}}*|facebook|фейсбук\p{{L}}*)\b(?:{Gap}\w+){{0,5}}");

    // These are words as well: with a name behind them that is no word, with any behind a colon, or in a place where one writes to.
    private static readonly Regex WordMessenger = Linear(
        $@"\b{WordName}\b(?:[\s.]*[:=]\s*[\p{{P}}\p{{S}}]*\p{{L}}\w*|(?:{Gap}\p{{L}}+){{0,2}}{Gap}{Handle})|\b(?:в|через|на)\s+{WordName}\b{Gap}(?:[а-яё]+{Gap}){{0,2}}[a-z]{{3,}}\w*|\b(?:on|via)\s+{WordName}\b(?:{Gap}as\b)?{Gap}\w{{3,}}|\bin\s+{WordName}\b{Gap}as\b{Gap}\w{{3,}}");

    private static readonly Regex Space = Linear(@"\s+");

    private static readonly Regex BetweenWords = Linear(@"[^\w]+");

    // What Markdown does not show, and what stands around a dot of which it is said that it is none.
    private static readonly Regex Markup = Linear(@"[\\*`_~\[\](){}<>]+");

    /// <summary>Each, in a form in which spaces make no difference.</summary>
    /// <param name="plain">As <see cref="PlainText"/> gives it.</param>
    public static IEnumerable<string> In(string plain)
    {
        var bare = Markup.Replace(plain, "");
        return bare == plain ? Found(plain) : Found(plain).Concat(Found(bare));
    }

    private static IEnumerable<string> Found(string plain) =>
        [
            .. new[] { Domain, Spaced }.SelectMany(form => form.Matches(plain)).Select(match => Space.Replace(match.Value, "")),
            .. At.Matches(plain).Select(match => Space.Replace(match.Value, "").Trim(Around)),
            .. new[] { SaidAt, SaidDot, Scheme }.SelectMany(form => form.Matches(plain)).Select(match => Space.Replace(match.Value, "").Trim(Around)),
            .. new[] { Messenger, WordMessenger }.SelectMany(form => form.Matches(plain)).Select(match => BetweenWords.Replace(match.Value, " ").Trim()),
        ];

    // Time in proportion to the text, whatever somebody sends.
    private static Regex Linear(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
