namespace ReferralDirectory.Testing.Generation;

/// <summary>One text in the two languages of the generated content.</summary>
public sealed record Bilingual(string English, string Russian);
