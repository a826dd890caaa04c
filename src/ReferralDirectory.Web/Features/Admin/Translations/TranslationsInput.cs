using ReferralDirectory.Core.Translations;

namespace ReferralDirectory.Web.Features.Admin.Translations;

/// <summary>What of the list somebody looks at.</summary>
public sealed record TranslationsInput
{
    /// <summary>Null for all that want something: missing, outdated and unreviewed.</summary>
    public TextTranslationState? Show { get; init; }

    /// <summary>Null for all.</summary>
    public string? Language { get; init; }

    public int Page { get; init; } = 1;
}
