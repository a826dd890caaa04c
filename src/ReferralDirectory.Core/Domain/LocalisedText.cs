using System.Collections.Immutable;

namespace ReferralDirectory.Core.Domain;

/// <summary>One text in several languages; at least one, each language once.</summary>
public sealed class LocalisedText : IEquatable<LocalisedText>
{
    /// <exception cref="ArgumentException">There is no translation, or a language occurs twice.</exception>
    public LocalisedText(IEnumerable<Translation> translations)
    {
        Translations = [.. translations.OrderBy(t => t.Language.Value, StringComparer.Ordinal)];
        if (Translations.IsEmpty || Translations.DistinctBy(t => t.Language).Count() != Translations.Length)
        {
            throw new ArgumentException("A text needs at least one language, and each language once.", nameof(translations));
        }
    }

    /// <summary>Every translation, ordered by language tag.</summary>
    public ImmutableArray<Translation> Translations { get; }

    /// <summary>
    /// The translation a reader of <paramref name="language"/> gets: in that language; else the original; else the first.
    /// The result says which language it is, so that the page can mark it.
    /// </summary>
    public Translation In(LanguageTag language) =>
        Translations.FirstOrDefault(t => t.Language == language)
        ?? Translations.FirstOrDefault(t => t.State == TranslationState.Original)
        ?? Translations[0];

    /// <inheritdoc/>
    public bool Equals(LocalisedText? other) => other is not null && Translations.SequenceEqual(other.Translations);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalisedText);

    /// <inheritdoc/>
    public override int GetHashCode() => Translations.Aggregate(0, HashCode.Combine);
}
