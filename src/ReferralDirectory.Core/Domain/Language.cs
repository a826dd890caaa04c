namespace ReferralDirectory.Core.Domain;

/// <summary>A language the public site is offered in.</summary>
public sealed class Language
{
    /// <summary>Characters <see cref="Name"/> may have.</summary>
    public const int NameMaxLength = 40;

    /// <summary>The language; unique.</summary>
    public required LanguageTag Tag { get; init; }

    /// <summary>Its own name for itself.</summary>
    public required string Name { get; set; }

    /// <summary>Place in the language switch, from 0; the first is the fallback.</summary>
    public required int Position { get; set; }

    /// <summary>True where it is written from right to left.</summary>
    public required bool IsRightToLeft { get; set; }

    /// <summary>State of the interface texts (buttons, headings) in this language.</summary>
    public required TranslationState InterfaceState { get; set; }
}
