using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Published;

/// <summary>A step of a country, in every language.</summary>
/// <param name="Key">Which step.</param>
/// <param name="Types">What acts at it; empty means every type.</param>
/// <param name="Texts">One per language, at least one.</param>
public sealed record PublishedStep(StepKey Key, ImmutableArray<PublishedTerm> Types, ImmutableArray<StepText> Texts)
{
    /// <summary>The text for a reader of a language: in it; else the original; else the first.</summary>
    public StepText In(LanguageTag language) =>
        Texts.FirstOrDefault(text => text.Language == language)
        ?? Texts.FirstOrDefault(text => text.State == TranslationState.Original)
        ?? Texts[0];

    /// <summary>True where the provider has a service that acts at this step.</summary>
    public bool IsServedBy(Provider provider) => Types.IsEmpty || provider.Types.Any(Types.Contains);
}
