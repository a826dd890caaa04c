namespace ReferralDirectory.Core.Domain;

/// <summary>How far a text in one language can be trusted.</summary>
public enum TranslationState
{
    /// <summary>Written in this language; the others are translated from it.</summary>
    Original,

    /// <summary>A translation that a second person who speaks the language has read.</summary>
    Reviewed,

    /// <summary>A translation nobody has reviewed; pages say so.</summary>
    Unreviewed,
}
