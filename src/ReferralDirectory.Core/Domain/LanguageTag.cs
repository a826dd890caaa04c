using System.Diagnostics.CodeAnalysis;

namespace ReferralDirectory.Core.Domain;

/// <summary>
/// A language as BCP 47 writes it: language, optional script, optional region, in the recommended case
/// (<c>en</c>, <c>uz-Cyrl</c>, <c>pt-BR</c>).
/// </summary>
public sealed record LanguageTag
{
    /// <summary>Characters a tag may have.</summary>
    public const int MaxLength = 11;

    private LanguageTag(string value) => Value = value;

    /// <summary>The tag as it stands in an address and in <c>lang</c>.</summary>
    public string Value { get; }

    /// <exception cref="FormatException">The text is not a language tag of this form.</exception>
    public static LanguageTag Parse(string text) =>
        TryParse(text, out var tag) ? tag : throw new FormatException($"'{text}' is not a language tag such as 'en' or 'uz-Cyrl'.");

    /// <summary>False where the text is not a tag; the case is not corrected.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out LanguageTag? tag)
    {
        tag = text is not null && IsTag(text) ? new LanguageTag(text) : null;
        return tag is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    // By hand: see Slug.
    private static bool IsTag(string text)
    {
        var end = LowerFrom(text, 0);
        if (end is not (2 or 3))
        {
            return false;
        }

        if (HasAt(text, end, 1) && LowerFrom(text, end + 2) == 3)
        {
            end += 5;
        }

        if (HasAt(text, end, 2))
        {
            end += 3;
        }

        return end == text.Length;
    }

    // A hyphen and so many upper-case letters.
    private static bool HasAt(string text, int start, int upper)
    {
        if (start + upper >= text.Length || text[start] != '-')
        {
            return false;
        }

        for (var place = start + 1; place <= start + upper; place++)
        {
            if (!char.IsAsciiLetterUpper(text[place]))
            {
                return false;
            }
        }

        return true;
    }

    private static int LowerFrom(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetterLower(text[end]))
        {
            end++;
        }

        return end - start;
    }
}
