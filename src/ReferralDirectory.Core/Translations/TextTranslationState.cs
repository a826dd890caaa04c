namespace ReferralDirectory.Core.Translations;

/// <summary>How a public text stands in a language that is not its original's; what is most urgent first.</summary>
public enum TextTranslationState
{
    /// <summary>Readers get the original instead.</summary>
    Missing,

    /// <summary>The original has changed since: see <see cref="Domain.Translation.IsOutdated"/>.</summary>
    Outdated,

    /// <summary>No second person has read it.</summary>
    Unreviewed,

    /// <summary>A second person has.</summary>
    Reviewed,
}
