using System.Text;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Web.Infrastructure.PageCache.Deflating;

/// <summary>Finds what texts of one kind have in common, whoever wrote them: their markup and labels.</summary>
internal static partial class FrequentTexts
{
    // A word that fewer texts have belongs to what is told, and not to how.
    private const double ShareOfTexts = 0.2;

    /// <summary>Stretches of words that many of the texts have, each once.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="terms">What they may tell: between stretches.</param>
    public static List<string> In(IReadOnlyCollection<string> texts, IReadOnlyCollection<string> terms)
    {
        string[] separators = [.. terms.OrderByDescending(term => term.Length)];
        var cut = texts.Select(text => text.Split(separators, StringSplitOptions.None)).ToList();
        var frequent = cut.SelectMany(parts => parts.SelectMany(WordsOf).Distinct())
            .CountBy(word => word)
            .Where(word => word.Value >= ShareOfTexts * texts.Count)
            .Select(word => word.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. cut.SelectMany(parts => parts.SelectMany(part => Stretches(part, frequent)))
                .CountBy(stretch => stretch)
                .Where(stretch => stretch.Value > 1)
                .Select(stretch => stretch.Key),
        ];
    }

    private static IEnumerable<string> Stretches(string text, HashSet<string> frequent)
    {
        var stretch = new StringBuilder();
        foreach (var word in WordsOf(text))
        {
            if (frequent.Contains(word))
            {
                stretch.Append(word);
                continue;
            }

            yield return stretch.ToString();
            stretch.Clear();
        }

        yield return stretch.ToString();
    }

    private static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(match => match.Value);

    // Signs between words are words, too.
    [GeneratedRegex(@"[\p{L}\p{N}]+|[^\p{L}\p{N}]+")]
    private static partial Regex Word();
}
