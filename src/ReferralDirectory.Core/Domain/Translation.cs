using System.Security.Cryptography;
using System.Text;

namespace ReferralDirectory.Core.Domain;

/// <summary>One text in one language.</summary>
/// <param name="Language">The language of <paramref name="Text"/>.</param>
/// <param name="Text">Plain text or Markdown, never empty.</param>
/// <param name="State">Whether it is the original or a translation, and whether that was reviewed.</param>
/// <param name="OfHash">
/// For a translation: <see cref="HashOf"/> the original it was made from. Where the original now hashes differently,
/// the translation is outdated.
/// </param>
public sealed record Translation(LanguageTag Language, string Text, TranslationState State, string? OfHash)
{
    /// <summary>SHA-256 of the UTF-8 text, lower-case hexadecimal, 64 characters.</summary>
    public static string HashOf(string original) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(original)));

    /// <summary>Whether the original says something else than what a text was translated from.</summary>
    /// <param name="state">Of the text; an original is never outdated.</param>
    /// <param name="ofHash">Its hash; null where nobody knows what it was made from, which does not make it outdated.</param>
    /// <param name="original">The original as it is now.</param>
    public static bool IsOutdated(TranslationState state, string? ofHash, string original) =>
        state != TranslationState.Original && ofHash is not null && ofHash != HashOf(original);
}
