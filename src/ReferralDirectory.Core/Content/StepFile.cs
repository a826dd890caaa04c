using System.Text.RegularExpressions;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Content;

/// <summary>A step's text in one language: YAML between two lines of <c>---</c>, then three parts under fixed keys.</summary>
internal static partial class StepFile
{
    private const string ForYou = "for-you";
    private const string ForWorkers = "for-workers";
    private const string NotHere = "not-here";

    private static readonly string[] PartKeys = [ForYou, ForWorkers, NotHere];

    /// <summary>The name a step's file must have, e.g. <c>1-encounter.en.md</c>.</summary>
    public static string NameOf(StepKey key, LanguageTag language) => $"{(int)key}-{key.Slug()}.{language}.md";

    /// <summary>True for a line with a heading, HTML, a link or a picture: none of them may stand in a part.</summary>
    public static bool IsUnwanted(string line) => Unwanted().IsMatch(line);

    public static StepText? Read(ContentFile file, string text, Country country, Step step, LanguageTag language)
    {
        var lines = text.Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        if (lines[0] != "---" || end < 0)
        {
            file.Fault(1, "The file must start with settings between two lines of '---'.");
            return null;
        }

        if (ContentReader.Parse(file, string.Join('\n', lines[1..end]), firstLine: 2) is not { } head)
        {
            return null;
        }

        var parts = ReadParts(file, lines, end + 1);
        var result = new StepText
        {
            Id = StepText.IdOf(country.Slug, step.Key, language),
            StepId = step.Id,
            SourceId = Taxonomy.FindSource(head, country),
            Language = language,
            State = head.OneOf<TranslationState>("translation"),
            Title = head.Text("title", StepText.TitleMaxLength),
            Summary = head.Text("summary", StepText.SummaryMaxLength),
            ForYou = parts[ForYou],
            ForWorkers = parts[ForWorkers],
            NotHere = parts[NotHere],
        };
        head.Done();
        return result;
    }

    private static Dictionary<string, string> ReadParts(ContentFile file, string[] lines, int start)
    {
        var headings = Enumerable.Range(start, lines.Length - start).Where(i => lines[i].StartsWith("# ", StringComparison.Ordinal)).ToList();
        foreach (var i in headings.Where(i => !PartKeys.Contains(lines[i][2..].Trim())))
        {
            file.Fault(i + 1, $"'{lines[i]}' is not a part; the parts are {string.Join(", ", PartKeys.Select(key => $"'# {key}'"))}.");
        }

        for (var i = start; i < lines.Length; i++)
        {
            if (IsUnwanted(lines[i]))
            {
                file.Fault(i + 1, "A part has no headings, HTML, links or pictures: use paragraphs, lists and **bold**.");
            }

            if (!VisibleText.IsLine(lines[i]))
            {
                file.Fault(i + 1, "A part has no control characters, a tab is one, and no others that are not seen.");
            }
        }

        return PartKeys.ToDictionary(key => key, key => ReadPart(file, lines, headings, key));
    }

    private static string ReadPart(ContentFile file, string[] lines, List<int> headings, string key)
    {
        var starts = headings.Where(i => lines[i][2..].Trim() == key).ToList();
        if (starts.Count != 1)
        {
            file.Fault(starts.Count == 0 ? lines.Length : starts[1] + 1, $"'# {key}' must stand exactly once; it stands {starts.Count} times.");
            return "";
        }

        var end = headings.Find(i => i > starts[0]) is var next and > 0 ? next : lines.Length;
        var part = string.Join('\n', lines[(starts[0] + 1)..end]).Trim();
        if (part.Length is 0 or > StepText.PartMaxLength)
        {
            file.Fault(starts[0] + 1, $"The part '{key}' has {part.Length} characters; 1 to {StepText.PartMaxLength} are allowed.");
        }

        return part;
    }

    // Headings may also be indented, in a list, or underlined; links may also be defined elsewhere, in a list or a quotation.
    [GeneratedRegex(@"^#{2,}|^[\s>*+-]+#{1,6}\s|^\s*(=+|-+)\s*$|\]:|<[a-zA-Z/!]|\]\(|!\[|https?://", RegexOptions.CultureInvariant)]
    private static partial Regex Unwanted();
}
