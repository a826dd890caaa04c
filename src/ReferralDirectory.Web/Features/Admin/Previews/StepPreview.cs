using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Published;
using ReferralDirectory.Web.Features.Shared;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Previews;

/// <summary>A draft of a step's text as its public page will show it.</summary>
/// <param name="Text">Rendered as there.</param>
/// <param name="Dir">For <c>dir</c>.</param>
public sealed record StepPreview(StepTextView Text, string Dir)
{
    /// <summary>What it is called where a page shows two.</summary>
    public string? Label { get; init; }

    /// <summary>Null where the draft is no step's text, or its step is not there.</summary>
    public static StepPreview? From(SubjectDraft draft, Reader reader) =>
        draft is StepTextDraft text && StepOf(text, reader.Directory) is { } step
            ? new StepPreview(
                new StepTextView(
                    (int)step.Key,
                    text.Title,
                    text.Summary,
                    Markdown.ToHtml(text.ForYou),
                    Markdown.ToHtml(text.ForWorkers),
                    Markdown.ToHtml(text.NotHere),
                    text.Language),
                reader.Directory.FindLanguage(text.Language)?.IsRightToLeft == true ? "rtl" : "ltr")
            : null;

    /// <summary>For a translation: what it is translated from; null for an original, or where that is not there.</summary>
    public static StepPreview? OriginalOf(StepTextDraft draft, Reader reader, Texts texts) =>
        draft.State != TranslationState.Original
        && StepOf(draft, reader.Directory)?.Texts.FirstOrDefault(text => text.State == TranslationState.Original) is { } original
        && From(DraftOf(original), reader) is { } preview
            ? preview with { Label = texts["Admin.TextState.Original"] }
            : null;

    private static StepTextDraft DraftOf(StepText text) => new()
    {
        StepId = text.StepId,
        Language = text.Language.Value,
        Title = text.Title,
        Summary = text.Summary,
        ForYou = text.ForYou,
        ForWorkers = text.ForWorkers,
        NotHere = text.NotHere,
    };

    private static PublishedStep? StepOf(StepTextDraft draft, PublishedDirectory directory) =>
        directory.Countries.SelectMany(country => country.Steps).FirstOrDefault(step => step.Texts.Any(text => text.StepId == draft.StepId));
}
