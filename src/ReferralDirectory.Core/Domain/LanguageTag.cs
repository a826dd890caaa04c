using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Core.Domain;

/// <summary>
/// A language as BCP 47 writes it: language, optional script, optional region, in the recommended case
/// (<c>en</c>, <c>uz-Cyrl</c>, <c>pt-BR</c>).
/// </summary>
public sealed partial record LanguageTag
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
        tag = text is not null && Pattern().IsMatch(text) ? new LanguageTag(text) : null;
        return tag is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
