using ReferralDirectory.Core.Domain;
using ReferralDirectory.Core.Editing;
using ReferralDirectory.Core.Editing.Drafts;
using ReferralDirectory.Core.Editing.Rules;
using ReferralDirectory.Web.Features.Admin.Fields;
using ReferralDirectory.Web.Infrastructure;

namespace ReferralDirectory.Web.Features.Admin.StepTexts;

/// <summary>The questions of a step's text.</summary>
public static class StepTextFields
{
    /// <param name="draft">As it is to be shown.</param>
    /// <param name="isOutdated">The original has changed since.</param>
    /// <param name="faults">Of the draft.</param>
    /// <param name="choices">What can be chosen.</param>
    /// <param name="reader">For whom.</param>
    /// <param name="texts">Texts of the interface.</param>
    public static IReadOnlyList<Field> Of(StepTextDraft draft, bool isOutdated, IEnumerable<DraftFault> faults, DraftChoices choices, Reader reader, Texts texts)
    {
        var found = new FieldFaults(faults, texts);
        var language = choices.Languages.FirstOrDefault(language => language.Tag.Value == draft.Language);
        return
        [
            Text(nameof(draft.Title), draft.Title, 1, StepText.TitleMaxLength),
            Text(nameof(draft.Summary), draft.Summary, 2, StepText.SummaryMaxLength),
            Text(nameof(draft.ForYou), draft.ForYou, 12, StepText.PartMaxLength),
            Text(nameof(draft.ForWorkers), draft.ForWorkers, 18, StepText.PartMaxLength),
            Text(nameof(draft.NotHere), draft.NotHere, 8, StepText.PartMaxLength),
            new ChoiceField
            {
                Name = nameof(draft.SourceId),
                Label = texts["Admin.FieldName.SourceId"],
                Error = found[nameof(draft.SourceId)],
                Style = ChoiceStyle.Select,
                Choices = [.. choices.Sources.Select(source => new Choice(source.Id.ToString(), source.Name.In(reader.Language.Tag).Text, source.Id == draft.SourceId))],
            },
            .. draft.State == TranslationState.Original ? Array.Empty<Field>() : [Checked()],
        ];

        TextField Text(string name, string value, int lines, int most) => new()
        {
            Name = name,
            Label = texts[$"Admin.FieldName.{name}"],
            Hint = texts[$"Admin.Step.Hint.{name}"],
            Value = value,
            Error = found[name],
            Lines = lines,
            MaxLength = most,
            Lang = draft.Language,
            Dir = language?.IsRightToLeft == true ? "rtl" : "ltr",
        };

        ChoiceField Checked() => new()
        {
            Name = isOutdated ? StepTextForm.CheckedAgain : StepTextForm.Checked,
            Label = texts["Admin.Step.Translation"],
            Hint = isOutdated ? texts["Admin.Field.Outdated"] : null,
            Error = found[nameof(draft.State)],
            Style = ChoiceStyle.Checkboxes,
            Choices = [new Choice("true", texts[isOutdated ? "Admin.Field.CheckedAgain" : "Admin.Field.Checked"], isOutdated ? draft.IsReviewedNow : draft.State == TranslationState.Reviewed)],
        };
    }
}
