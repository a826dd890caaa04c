using System.Text.Json.Serialization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>One text in one language.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Text">As typed.</param>
/// <param name="State">Exactly one of a text's languages is the original.</param>
/// <param name="OfHash">As in <see cref="Translation"/>. Core sets it when the draft is saved; what a page gives is ignored.</param>
public sealed record TextDraft(string Language, string Text, TranslationState State, string? OfHash = null)
{
    /// <summary>Somebody says now that the translation is right for the original as it is: see <see cref="Translation.IsOutdated"/>. Not stored.</summary>
    [JsonIgnore]
    public bool IsReviewedNow { get; init; }

    /// <summary>What was typed as it is stored: line ends alike, no white space around it, and without U+0000, which PostgreSQL does not store.</summary>
    public static string Stored(string typed) => typed.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
}
