namespace ReferralDirectory.Core.Search.Wording;

/// <summary>The writing a word is in, as far as stemming and transliteration tell them apart.</summary>
internal enum Script
{
    Latin,
    Cyrillic,
    Armenian,
    Other,
}
