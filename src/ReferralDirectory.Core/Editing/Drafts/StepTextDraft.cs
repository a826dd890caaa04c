using System.Text.Json.Serialization;
using ReferralDirectory.Core.Domain;

namespace ReferralDirectory.Core.Editing.Drafts;

/// <summary>What a <see cref="StepText"/> says.</summary>
public sealed record StepTextDraft : SubjectDraft
{
    /// <inheritdoc/>
    public override SubjectKind SubjectKind => SubjectKind.StepText;

    /// <summary>The step; does not change.</summary>
    public Guid StepId { get; init; }

    /// <summary>BCP 47; does not change.</summary>
    public string Language { get; init; } = "";

    /// <summary>Original, or translation reviewed or not.</summary>
    public TranslationState State { get; init; }

    /// <summary>As in <see cref="StepText"/>. Core sets it; what a page gives is ignored.</summary>
    public string? OfHash { get; init; }

    /// <inheritdoc cref="TextDraft.IsReviewedNow"/>
    [JsonIgnore]
    public bool IsReviewedNow { get; init; }

    /// <summary>A source of the country.</summary>
    public Guid SourceId { get; init; }

    /// <inheritdoc cref="StepText.Title"/>
    public string Title { get; init; } = "";

    /// <inheritdoc cref="StepText.Summary"/>
    public string Summary { get; init; } = "";

    /// <inheritdoc cref="StepText.ForYou"/>
    public string ForYou { get; init; } = "";

    /// <inheritdoc cref="StepText.ForWorkers"/>
    public string ForWorkers { get; init; } = "";

    /// <inheritdoc cref="StepText.NotHere"/>
    public string NotHere { get; init; } = "";
}
