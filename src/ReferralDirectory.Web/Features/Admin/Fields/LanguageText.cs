using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.Fields;

/// <summary>One language of a <see cref="LocalisedField"/>.</summary>
/// <param name="Text">Its input.</param>
/// <param name="CheckedName">Name of the tick that says that somebody checked the translation; of an outdated one, that it is right all the same.</param>
/// <param name="CheckedLabel">What is said by it.</param>
/// <param name="IsChecked">Whether it is set.</param>
/// <param name="HasTick">False for the original, and before there is one.</param>
public sealed record LanguageText(TextField Text, string CheckedName, string CheckedLabel, bool IsChecked, bool HasTick)
{
    public string CheckedId => Field.IdOf(CheckedName);

    internal static LanguageText Of(string name, Language language, TextDraft? text, TextDraft? original, FieldFaults faults, Texts ui, int lines, int? maxLength)
    {
        var path = PathOf(name, language.Tag.Value);
        var isOriginal = text?.State == TranslationState.Original;
        var isOutdated = text is not null && original is not null && Translation.IsOutdated(text.State, text.OfHash, original.Text);
        return new LanguageText(
            new TextField
            {
                Name = path,
                Label = isOriginal ? ui["Admin.Field.Original", language.Name] : language.Name,
                Hint = isOutdated ? ui["Admin.Field.Outdated"] : null,
                Value = text?.Text ?? "",
                Error = faults[path],
                Lines = lines,
                MaxLength = maxLength,
                Lang = language.Tag.Value,
                Dir = language.IsRightToLeft ? "rtl" : "ltr",
            },
            isOutdated ? CheckedAgainNameOf(path) : CheckedNameOf(path),
            ui[isOutdated ? "Admin.Field.CheckedAgain" : "Admin.Field.Checked"],
            isOutdated ? text!.IsReviewedNow : text?.State == TranslationState.Reviewed,
            original is not null && !isOriginal);
    }

    internal static string PathOf(string name, string language) => $"{name}[{language}]";

    internal static string CheckedNameOf(string path) => $"{path}.Checked";

    internal static string CheckedAgainNameOf(string path) => $"{path}.CheckedAgain";
}
