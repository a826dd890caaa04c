using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>A text with an input for each language of the site.</summary>
public sealed record LocalisedField : Field
{
    public required IReadOnlyList<LanguageText> Languages { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<FieldError> Errors =>
    [
        .. Error is null ? Array.Empty<FieldError>() : [new FieldError(Languages[0].Text.Id, $"{Label}: {Error}")],
        .. Languages.Where(language => language.Text.Error is not null).Select(language => new FieldError(language.Text.Id, $"{Label}, {language.Text.Label}: {language.Text.Error}")),
    ];

    /// <param name="name">Path of the field in its draft, e.g. <c>Name</c>.</param>
    /// <param name="label">What is asked.</param>
    /// <param name="languages">Of the site.</param>
    /// <param name="texts">As in the draft.</param>
    /// <param name="faults">Of the draft.</param>
    /// <param name="ui">Texts of the interface.</param>
    /// <param name="lines">More than one gives text areas.</param>
    /// <param name="maxLength">Characters of each language.</param>
    /// <param name="hint">What belongs there.</param>
    public static LocalisedField Of(string name, string label, IEnumerable<Language> languages, IReadOnlyList<TextDraft> texts, FieldFaults faults, Texts ui, int lines = 1, int? maxLength = null, string? hint = null) => new()
    {
        Name = name,
        Label = label,
        Hint = hint,
        Error = faults[name],
        Languages = [.. languages.Select(language => LanguageText.Of(name, language, texts.FirstOrDefault(text => text.Language == language.Tag.Value), texts.FirstOrDefault(text => text.State == TranslationState.Original), faults, ui, lines, maxLength))],
    };
}
