using System.Collections.Immutable;
using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>A text in one language beside its original, which is only read.</summary>
public sealed record TranslationField : Field
{
    /// <summary>The original, and its language.</summary>
    public required ShownText Original { get; init; }

    /// <summary>The name of that language.</summary>
    public required string OriginalLabel { get; init; }

    public required string? OriginalDir { get; init; }

    public required LanguageText Translation { get; init; }

    /// <summary>How the translation stands.</summary>
    public required string State { get; init; }

    /// <summary>Name and value of a hidden input that says what this belongs to, where <see cref="Field.Name"/> does not say it for ever; otherwise null.</summary>
    public (string Name, string Value)? Key { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<FieldError> Errors => Translation.Text.Error is { } error ? [new FieldError(Translation.Text.Id, $"{Label}: {error}")] : [];

    /// <summary>Null where a text has none.</summary>
    public static TextDraft? OriginalOf(ImmutableArray<TextDraft> text) => text.FirstOrDefault(one => one.State == TranslationState.Original);

    /// <param name="name">Path of the field in its draft.</param>
    /// <param name="label">What it is.</param>
    /// <param name="language">Into which it is translated.</param>
    /// <param name="languages">Of the site.</param>
    /// <param name="text">As in the draft; it has an original.</param>
    /// <param name="faults">Of the draft.</param>
    /// <param name="ui">Texts of the interface.</param>
    /// <param name="lines">More than one gives a text area.</param>
    /// <param name="maxLength">Characters.</param>
    public static TranslationField Of(string name, string label, Language language, IEnumerable<Language> languages, ImmutableArray<TextDraft> text, FieldFaults faults, Texts ui, int lines, int maxLength)
    {
        var original = OriginalOf(text)!;
        var translation = text.FirstOrDefault(one => one.Language == language.Tag.Value);
        var of = languages.FirstOrDefault(one => one.Tag.Value == original.Language);
        return new TranslationField
        {
            Name = name,
            Label = label,
            Original = new ShownText(original.Text, original.Language),
            OriginalLabel = ui["Admin.Field.Original", of?.Name ?? original.Language],
            OriginalDir = of is null ? null : of.IsRightToLeft ? "rtl" : "ltr",
            Translation = LanguageText.Of(name, language, translation, original, faults, ui, lines, maxLength),
            State = ui[$"Admin.TextState.{(translation is null ? "None" : Core.Domain.Translation.IsOutdated(translation.State, translation.OfHash, original.Text) ? "Outdated" : translation.State)}"],
        };
    }
}
