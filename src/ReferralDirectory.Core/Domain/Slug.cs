using System.Diagnostics.CodeAnalysis;

namespace ReferralDirectory.Core.Domain;

/// <summary>
/// The part of an address that names a thing: lower-case ASCII letters and digits in words joined by single hyphens,
/// at most <see cref="MaxLength"/> characters.
/// </summary>
public sealed record Slug
{
    /// <summary>Characters a slug may have.</summary>
    public const int MaxLength = 60;

    private Slug(string value) => Value = value;

    /// <summary>The slug as it stands in an address.</summary>
    public string Value { get; }

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static Slug Parse(string text) =>
        TryParse(text, out var slug) ? slug : throw new FormatException($"'{text}' is not a slug: use lower-case letters, digits and single hyphens.");

    /// <summary>False where the text is not a slug; nothing is tidied.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Slug? slug)
    {
        slug = text is { Length: <= MaxLength } && IsSlug(text) ? new Slug(text) : null;
        return slug is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    // By hand: a start reads hundreds, and would load regular expressions for these alone.
    private static bool IsSlug(string text)
    {
        var before = '-';
        foreach (var character in text)
        {
            if (character == '-' ? before == '-' : !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character))
            {
                return false;
            }

            before = character;
        }

        return before != '-';
    }
}
