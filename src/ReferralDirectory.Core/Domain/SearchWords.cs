using System.Collections.Immutable;

namespace ReferralDirectory.Core.Domain;

/// <summary>What people type when they look for a thing, whatever the language of the page they are on.</summary>
/// <param name="Language">The language the words are in.</param>
/// <param name="Words">Words and short phrases.</param>
public sealed record SearchWords(LanguageTag Language, ImmutableArray<string> Words)
{
    /// <summary>Characters one word or phrase may have.</summary>
    public const int WordMaxLength = 60;
}
